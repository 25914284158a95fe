using System.Net;
using LocalFunctions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Functions.LocalRuntime.Tests.Http;

public sealed class RoutingTests : IAsyncLifetime
{
    private LocalHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestApp.StartAsync([typeof(Routes)]);
        _client = _host.Client();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "api/things/literal", "A by id: literal")]
    [InlineData("POST", "api/things/literal", "B post literal: literal")]
    [InlineData("GET", "api/numbers/12", "C number: 12")]
    [InlineData("GET", "api/numbers/twelve", "D text: twelve")]
    [InlineData("GET", "api/Unrouted", "Unrouted")]
    [InlineData("get", "API/THINGS/x", "A by id: x")]
    [InlineData("GET", "api/rest/a/b/c", "Z rest: rest/a/b/c")]
    public async Task the_first_function_by_name_whose_route_and_verb_match_wins(string verb, string path, string expected)
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
    [InlineData("GET", "")]
    public async Task without_a_match_the_answer_is_an_empty_404(string verb, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);

        using var response = await _client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Theory]
    [InlineData("a%2Fb", "a%2Fb")]
    [InlineData("a%252Fb", "a%2Fb")]
    [InlineData("a%2541b", "a%41b")]
    [InlineData("a%20b", "a b")]
    [InlineData("%E0%B8%81", "ก")]
    public async Task a_path_segment_is_decoded_once_and_its_slashes_never(string segment, string expected)
    {
        var body = await _client.GetStringAsync($"api/things/{segment}");

        body.ShouldBe($"A by id: {expected}");
    }

    [Fact]
    public async Task the_route_prefix_may_be_overridden_and_empty()
    {
        await using var host = await TestApp.StartAsync(
            [typeof(Routes)],
            settings: new() { ["AzureFunctionsJobHost__extensions__http__routePrefix"] = "" }
        );
        using var client = host.Client();

        (await client.GetStringAsync("things/x")).ShouldBe("A by id: x");
    }

    [Theory]
    [InlineData("AzureWebJobs.AById.Disabled", "true")]
    [InlineData("AzureWebJobs__AById__Disabled", "1")]
    public async Task a_disabled_function_is_passed_over(string setting, string value)
    {
        await using var host = await TestApp.StartAsync([typeof(Routes)], settings: new() { [setting] = value });
        using var client = host.Client();

        (await client.GetStringAsync("api/things/x")).ShouldBe("Z rest: things/x");
    }

    [Fact]
    public async Task two_functions_of_one_name_stop_the_start()
    {
        var starting = () => TestApp.StartAsync([typeof(Routes), typeof(SameName)]);

        var error = await starting.ShouldThrowAsync<InvalidOperationException>();
        error.Message.ShouldContain("unrouted", Case.Insensitive);
    }

    internal sealed class Routes
    {
        [Function("ZRest")]
        public IResult Rest([HttpTrigger("get", Route = "{*path}")] HttpRequest request, string path) => Text("Z rest", path);

        [Function("BPostLiteral")]
        public IResult Post([HttpTrigger("get", "post", Route = "things/literal")] HttpRequest request) =>
            Text("B post literal", request.Path.Value!.Split('/')[^1]);

        [Function("AById")]
        public IResult ById([HttpTrigger("get", Route = "things/{id}")] HttpRequest request, string id) => Text("A by id", id);

        [Function("CNumber")]
        public IResult Number([HttpTrigger("get", Route = "numbers/{n:int}")] HttpRequest request, int n) =>
            Text("C number", $"{n}");

        [Function("DText")]
        public IResult Word([HttpTrigger("get", Route = "numbers/{text}")] HttpRequest request, string text) =>
            Text("D text", text);

        [Function("Unrouted")]
        public static IResult Unrouted([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            Results.Text("Unrouted");

        private static IResult Text(string function, string value) => Results.Text($"{function}: {value}");
    }

    internal sealed class SameName
    {
        [Function("UNROUTED")]
        public IResult Other([HttpTrigger("put")] HttpRequest request) => Results.Ok();
    }
}
