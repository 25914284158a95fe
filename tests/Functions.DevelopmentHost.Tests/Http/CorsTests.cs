using System.Net;
using SampleApp;

namespace DevelopmentHosting.Tests.Http;

public sealed class CorsTests
{
    private const string Shop = "https://shop.example";

    [Fact]
    public async Task Preflights_of_an_allowed_origin_are_answered_before_the_app()
    {
        using var response = await PreflightAsync(Shop, "https://other.example", Shop);

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Shop]);
        response.Headers.GetValues("Access-Control-Allow-Methods").ShouldBe(["GET"]);
        response.Headers.GetValues("Access-Control-Allow-Headers").ShouldBe(["x-api-key"]);
    }

    [Fact]
    public async Task Another_origin_is_allowed_nothing()
    {
        using var response = await PreflightAsync("https://evil.example", Shop);

        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        response.Headers.Contains("Access-Control-Allow-Methods").ShouldBeFalse();
    }

    [Fact]
    public async Task Without_origins_a_preflight_is_a_request_like_any_other()
    {
        using var response = await PreflightAsync(Shop);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("Minimal", HttpStatusCode.OK)]
    [InlineData("Throws", HttpStatusCode.InternalServerError)]
    public async Task An_answer_to_an_allowed_origin_names_it(string function, HttpStatusCode expected)
    {
        await using var host = await Sample.RunAsync(new() { CorsOrigins = ["*"], FunctionClasses = [typeof(Answers)] });
        using var client = host.Client();
        client.DefaultRequestHeaders.Add("Origin", Shop);

        using var response = await client.GetAsync($"api/{function}");

        response.StatusCode.ShouldBe(expected);
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Shop]);
    }

    private static async Task<HttpResponseMessage> PreflightAsync(string origin, params string[] allowed)
    {
        await using var host = await Sample.RunAsync(new() { CorsOrigins = allowed, FunctionClasses = [typeof(Answers)] });
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Options, "api/Minimal");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "x-api-key");
        return await client.SendAsync(request);
    }
}
