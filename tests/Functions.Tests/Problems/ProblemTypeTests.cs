using System.Net;
using System.Text;
using Functions.Tests.Support;
using PaymentGateway.Http.Problems;
using Testing.Contract;

namespace Functions.Tests.Problems;

/// <summary>What the <c>type</c> of a problem points to is there: the page is the app's own, and has an element for each code. Browser.Tests opens each in a browser.</summary>
public sealed class ProblemTypeTests
{
    public static TheoryData<string, HttpMethod, string, string?, HttpStatusCode> Mistakes =>
        new()
        {
            { "route_not_found", HttpMethod.Get, "nowhere", null, HttpStatusCode.NotFound },
            { "method_not_allowed", HttpMethod.Delete, "health/live", null, HttpStatusCode.MethodNotAllowed },
            { "unauthorized", HttpMethod.Get, "merchants/JT99/payments", null, HttpStatusCode.Unauthorized },
            { "invalid_query", HttpMethod.Get, "merchants/JT01/payments", null, HttpStatusCode.BadRequest },
            { "invalid_request", HttpMethod.Post, "merchants/JT01/refunds", "{}", HttpStatusCode.BadRequest },
            { "body_too_large", HttpMethod.Post, "merchants/JT01/refunds", Large, HttpStatusCode.RequestEntityTooLarge },
            { "unsupported_media_type", HttpMethod.Post, "merchants/JT01/refunds", "text", HttpStatusCode.UnsupportedMediaType },
            { "body_too_large", HttpMethod.Post, $"notifications/JT01/{Sample.Id}", Large, HttpStatusCode.RequestEntityTooLarge },
        };

    private static string Large => new(' ', 70_000);

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task the_type_of_an_answer_opens(
        string code,
        HttpMethod method,
        string path,
        string? body,
        HttpStatusCode status
    )
    {
        await using var sut = await TestApp.StartAsync();
        var request = new HttpRequestMessage(method, path).With("X-Api-Key", FakeMerchants.Key);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, body == "text" ? "text/plain" : "application/json");
        request.With("Idempotency-Key", body is null ? null : "key-1");

        using var response = await sut.Http.SendAsync(request);

        var problem = await response.ShouldBeProblemAsync(status, code);
        var type = new Uri(problem.GetProperty("type").GetString()!);
        type.IsAbsoluteUri.ShouldBeTrue();
        using var page = await sut.Http.GetAsync(new Uri(sut.Address, type.AbsolutePath));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        Anchors(await page.Content.ReadAsStringAsync()).ShouldContain(type.Fragment);
    }

    [Fact]
    public async Task every_code_has_its_anchor()
    {
        await using var sut = await TestApp.StartAsync();

        var anchors = Anchors(await sut.Http.GetStringAsync("docs"));

        anchors.ShouldBe(
            ErrorCodes.All.Select(code =>
                new Uri(new RequestFrame("", "https://pay.example.com/api/docs").AddressOf(code)).Fragment
            ),
            ignoreOrder: true
        );
    }

    // The page makes an element of each word of the contract's list of codes.
    private static IEnumerable<string> Anchors(string page)
    {
        page.ShouldContain("item.id = `code-${item.querySelector(\"code\").textContent}`");
        var codes = ContractDocument.Current.Root["components"]!["schemas"]!["ErrorCode"]!["enum"]!.AsArray();
        return codes.Select(code => $"#code-{code!.GetValue<string>()}");
    }
}
