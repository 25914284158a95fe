using System.Net;
using SampleApp;

namespace DevelopmentHosting.Tests.Http;

public sealed class RoutingTests : IAsyncLifetime
{
    private DevelopmentHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Sample.StartAsync(typeof(Routes));
        _client = _host.Client();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "api/things/literal", "A by id: literal")]
    [InlineData("POST", "api/things/literal", "B literal: POST")]
    [InlineData("GET", "api/numbers/12", "C number: 12")]
    [InlineData("GET", "api/numbers/twelve", "D text: twelve")]
    [InlineData("GET", "api/Unrouted", "Unrouted")]
    [InlineData("GET", "API/THINGS/x", "A by id: x")]
    [InlineData("GET", "api/rest/a/b/c", "Z rest: rest/a/b/c")]
    public async Task The_first_function_by_name_whose_route_and_verb_match_wins(string verb, string path, string expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);

        using var response = await _client.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("DELETE", "api/things/literal")]
    [InlineData("HEAD", "api/things/literal")]
    [InlineData("OPTIONS", "api/things/literal")]
    [InlineData("GET", "things/literal")]
    public async Task Without_a_match_the_answer_is_an_empty_404(string verb, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);

        using var response = await _client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a%2Fb", "a%2Fb")]
    [InlineData("a%252Fb", "a%2Fb")]
    [InlineData("a%2541b", "a%41b")]
    [InlineData("a%20b", "a b")]
    [InlineData("%E0%B8%81", "ก")]
    public async Task A_path_segment_is_decoded_once_and_its_slashes_never(string segment, string expected)
    {
        var body = await _client.GetStringAsync($"api/things/{segment}");

        body.ShouldBe($"A by id: {expected}");
    }

    [Theory]
    [InlineData("AzureWebJobs.AById.Disabled", "true")]
    [InlineData("AzureWebJobs__AById__Disabled", "1")]
    public async Task A_disabled_function_is_passed_over(string setting, string value)
    {
        await using var host = await Sample.StartWithAsync(new() { [setting] = value }, typeof(Routes));
        using var client = host.Client();

        (await client.GetStringAsync("api/things/x")).ShouldBe("Z rest: things/x");
    }
}
