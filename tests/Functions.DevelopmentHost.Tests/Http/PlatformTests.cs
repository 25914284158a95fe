using System.Net;
using SampleApp;

namespace DevelopmentHosting.Tests.Http;

/// <summary>The addresses that the host keeps for itself.</summary>
public sealed class PlatformTests
{
    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("true", HttpStatusCode.NoContent)]
    public async Task The_root_is_the_hosts_page_unless_it_is_disabled(string? disabled, HttpStatusCode expected)
    {
        await using var host = await Sample.StartWithAsync(new() { ["AzureWebJobsDisableHomepage"] = disabled }, typeof(Answers));
        using var client = host.Client();

        using var response = await client.GetAsync("");

        response.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("admin/host/status")]
    [InlineData("ADMIN")]
    [InlineData("runtime/webhooks/anything")]
    public async Task The_hosts_own_addresses_are_closed(string path)
    {
        await using var host = await Sample.StartWithAsync(
            new() { ["AzureFunctionsJobHost__extensions__http__routePrefix"] = "" },
            typeof(Routes)
        );
        using var client = host.Client();

        using var response = await client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
