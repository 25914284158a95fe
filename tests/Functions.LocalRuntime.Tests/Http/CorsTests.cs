using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Functions.LocalRuntime.Tests.Http;

public sealed class CorsTests
{
    private const string Shop = "https://shop.example";

    [Fact]
    public async Task preflights_of_an_allowed_origin_are_answered_before_the_app()
    {
        using var response = await PreflightAsync(Shop, "https://other.example, https://shop.example");

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Shop]);
        response.Headers.GetValues("Access-Control-Allow-Methods").ShouldBe(["GET"]);
        response.Headers.GetValues("Access-Control-Allow-Headers").ShouldBe(["x-api-key"]);
    }

    [Fact]
    public async Task another_origin_is_allowed_nothing()
    {
        using var response = await PreflightAsync("https://evil.example", Shop);

        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        response.Headers.Contains("Access-Control-Allow-Methods").ShouldBeFalse();
    }

    [Fact]
    public async Task without_the_setting_a_preflight_is_a_request_like_any_other()
    {
        using var response = await PreflightAsync(Shop, null);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task an_answer_to_an_allowed_origin_names_it()
    {
        await using var host = await TestApp.StartAsync([typeof(Target)], settings: new() { ["LocalRuntime__Cors"] = Shop });
        using var client = host.Client();
        client.DefaultRequestHeaders.Add("Origin", Shop);

        using var response = await client.GetAsync("api/Echo");

        (await response.Content.ReadAsStringAsync()).ShouldBe("echo");
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Shop]);
    }

    private static async Task<HttpResponseMessage> PreflightAsync(string origin, string? setting)
    {
        await using var host = await TestApp.StartAsync([typeof(Target)], settings: new() { ["LocalRuntime__Cors"] = setting });
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Options, "api/Echo");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "x-api-key");
        return await client.SendAsync(request);
    }

    internal sealed class Target
    {
        [Function("Echo")]
        public IResult Echo([HttpTrigger("get")] HttpRequest request) => Results.Text("echo");
    }
}
