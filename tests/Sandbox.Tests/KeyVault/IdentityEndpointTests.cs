using System.Net;
using Sandbox.KeyVault;

namespace Sandbox.Tests.KeyVault;

public sealed class IdentityEndpointTests
{
    private const string Query = "?api-version=2019-08-01&resource=https://vault.azure.net";

    [Theory]
    [InlineData(Query, "the-header", HttpStatusCode.OK)]
    [InlineData(Query, "another", HttpStatusCode.Unauthorized)]
    [InlineData("?api-version=2017-09-01&resource=https://vault.azure.net", "the-header", HttpStatusCode.BadRequest)]
    [InlineData("?api-version=2019-08-01&resource=https://storage.azure.com", "the-header", HttpStatusCode.BadRequest)]
    public async Task a_token_is_given_for_the_vault_to_who_knows_the_header(string query, string header, HttpStatusCode expected)
    {
        await using var sut = await KeyVaultEmulator.StartAsync(new KeyVaultEmulatorOptions());
        using var client = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sut.IdentityEndpointUri, query));
        request.Headers.Add("X-IDENTITY-HEADER", header == "the-header" ? sut.IdentityHeader : header);

        using var response = await client.SendAsync(request, CancellationToken.None);

        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task secrets_are_not_served_without_tls()
    {
        await using var sut = await KeyVaultEmulator.StartAsync(new KeyVaultEmulatorOptions());
        sut.SetSecret("key", "value");
        using var client = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(sut.IdentityEndpointUri, "/secrets/key?api-version=7.6")
        );

        using var response = await client.SendAsync(request, CancellationToken.None);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
