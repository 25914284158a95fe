using Azure.Identity;
using PaymentGateway.Telemetry;

namespace Functions.Tests.Telemetry;

public sealed class IngestionIdentityTests
{
    private const string Id = "5b0d3b7e-53b4-4a0e-8d5c-6a3f6e0f1a2b";

    [Theory]
    [InlineData("Authorization=AAD", true)]
    [InlineData($"Authorization=AAD;ClientId={Id}", true)]
    [InlineData($"ClientId={Id};Authorization=AAD;", true)]
    [InlineData("Authorization=Key", false)]
    [InlineData("Authorization=AAD;ClientId=", false)]
    [InlineData("Authorization=AAD;ClientId=mine", false)]
    [InlineData($"ClientId={Id}", false)]
    [InlineData("Authorization=AAD;Secret=x", false)]
    [InlineData("Authorization=AAD;Authorization=AAD", false)]
    [InlineData("AAD", false)]
    public void the_text_is_the_one_that_the_functions_host_reads(string text, bool isGood) =>
        IngestionIdentity.TryRead(text, out _).ShouldBe(isGood);

    [Fact]
    public void without_it_the_connection_string_alone_is_used_and_with_it_a_managed_identity()
    {
        IngestionIdentity.Credential(null).ShouldBeNull();
        IngestionIdentity.Credential($"Authorization=AAD;ClientId={Id}").ShouldBeOfType<ManagedIdentityCredential>();
    }
}
