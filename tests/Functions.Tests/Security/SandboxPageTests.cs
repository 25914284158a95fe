using System.Net;
using Functions.Tests.Support;
using PaymentGateway.Http.Security;
using PaymentOperations.Merchants;
using PaymentOperations.Workflow;

namespace Functions.Tests.Security;

/// <summary>The one exception from the rule that no page may carry a secret key.</summary>
public sealed class SandboxPageTests
{
    private readonly FakeMerchants merchants = new();

    [Theory]
    [InlineData("http://127.0.0.1:7071", true)]
    [InlineData("http://localhost:7071", true)]
    [InlineData("http://[::1]:7071", true)]
    [InlineData("http://127.0.0.1:7072", false)]
    [InlineData("http://127.0.0.1", false)]
    [InlineData("https://127.0.0.1:7071", false)]
    [InlineData("http://localhost.evil.example:7071", false)]
    [InlineData("http://evil.example:7071", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void only_the_sandboxs_own_page_is_its_page(string? origin, bool expected)
    {
        var sut = new SandboxPage(new PublicAddress { BaseUrl = "http://127.0.0.1:7071" }, merchants);

        sut.IsOrigin(origin).ShouldBe(expected);
    }

    [Fact]
    public void two_origins_are_none()
    {
        var sut = new SandboxPage(new PublicAddress { BaseUrl = "http://127.0.0.1:7071" }, merchants);

        sut.IsOrigin(new(["http://127.0.0.1:7071", "http://127.0.0.1:7071"])).ShouldBeFalse();
    }

    [Fact]
    public void an_app_with_a_public_address_has_no_such_page()
    {
        var sut = new SandboxPage(new PublicAddress { BaseUrl = "https://pay.example.com:7071" }, merchants);

        sut.IsOffered.ShouldBeFalse();
        sut.IsOrigin("http://127.0.0.1:7071").ShouldBeFalse();
        sut.IsOrigin("https://pay.example.com:7071").ShouldBeFalse();
    }

    [Fact]
    public void an_app_with_a_live_merchant_has_no_such_page()
    {
        merchants.All =
        [
            .. merchants.All.Select(one => one with { Environment = GatewayEnvironment.Live }).Take(1),
            .. merchants.All.Skip(1),
        ];
        var sut = new SandboxPage(new PublicAddress { BaseUrl = "http://127.0.0.1:7071" }, merchants);

        sut.IsOffered.ShouldBeFalse();
        sut.IsOrigin("http://127.0.0.1:7071").ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://127.0.0.1:7071", "http://127.0.0.1:7071", HttpStatusCode.Accepted)]
    [InlineData("http://127.0.0.1:7071", "http://evil.example:7071", HttpStatusCode.Forbidden)]
    [InlineData("https://pay.example.com", "http://127.0.0.1:7071", HttpStatusCode.Forbidden)]
    [InlineData("https://pay.example.com", "https://pay.example.com", HttpStatusCode.Forbidden)]
    public async Task a_secret_key_is_taken_from_that_page_only(string address, string origin, HttpStatusCode expected)
    {
        await using var sut = await TestApp.StartAsync(("Public__BaseUrl", address));

        using var response = await sut.Http.SendAsync(
            Calls.Post("merchants/JT01/refunds", Calls.RefundBody).With("Origin", origin)
        );

        response.StatusCode.ShouldBe(expected);
        sut.DidNothing.ShouldBe(expected == HttpStatusCode.Forbidden);
    }
}
