using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Functions.Tests.Support;

/// <summary>Calls as a shop's server makes them.</summary>
internal static class Calls
{
    public const string RefundBody = """{"invoiceNo":"INV-SETTLED-1","amount":250.00}""";

    public static HttpRequestMessage Get(string path) => Keyed(new(HttpMethod.Get, path));

    public static HttpRequestMessage Post(string path, string body, string? idempotencyKey = "key-1")
    {
        var request = Keyed(new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        if (idempotencyKey is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey).ShouldBeTrue();

        return request;
    }

    public static HttpRequestMessage Patch(string path, string body, string mediaType = "application/merge-patch+json") =>
        Keyed(new(HttpMethod.Patch, path) { Content = new StringContent(body, Encoding.UTF8, mediaType) });

    public static HttpRequestMessage Delete(string path) => Keyed(new(HttpMethod.Delete, path));

    public static HttpRequestMessage With(this HttpRequestMessage request, string header, string? value)
    {
        request.Headers.Remove(header);
        if (value is not null)
            request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();

        return request;
    }

    public static Task<HttpResponseMessage> PostRefundAsync(this TestApp app, string query, string body) =>
        app.Http.SendAsync(Post($"merchants/JT01/refunds{query}", body));

    public static Task<HttpResponseMessage> PostRefundAsync(this TestApp app, string body) =>
        app.Http.SendAsync(Post("merchants/JT01/refunds", body));

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return document.RootElement.Clone();
    }

    /// <summary>Checks everything that all problems have in common and returns the body.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(
        this HttpResponseMessage response,
        HttpStatusCode status,
        string code
    )
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue("application/problem+json"));
        var problem = await response.JsonAsync();
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("type").GetString().ShouldBe($"http://127.0.0.1:7071/api/docs#code-{code}");
        problem.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("requestId").GetString().ShouldBe(response.Headers.GetValues("X-Request-Id").Single());
        return problem;
    }

    /// <summary>What a problem says, without the random id of its request, in which any digits may stand.</summary>
    public static string Words(this JsonElement problem) =>
        problem.GetProperty("requestId").GetString() is { Length: > 0 } id
            ? problem.GetRawText().Replace(id, "", StringComparison.Ordinal)
            : problem.GetRawText();

    /// <summary>The texts by field path.</summary>
    public static Dictionary<string, string[]> ErrorsOf(this JsonElement problem) =>
        problem
            .GetProperty("errors")
            .EnumerateObject()
            .ToDictionary(error => error.Name, error => error.Value.EnumerateArray().Select(text => text.GetString()!).ToArray());

    private static HttpRequestMessage Keyed(HttpRequestMessage request) => request.With("X-Api-Key", FakeMerchants.Key);
}
