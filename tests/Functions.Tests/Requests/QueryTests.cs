using System.Net;
using System.Text.Json.Nodes;
using Functions.Tests.Support;
using Testing.Contract;

namespace Functions.Tests.Requests;

/// <summary>What an address has no parameter for is refused, so that nobody believes that it worked: <c>?dryRun=true</c> at a call that has no dry run must not do it. For every operation in the contract.</summary>
public sealed class QueryTests
{
    [Fact]
    public async Task no_operation_of_a_merchant_takes_a_parameter_that_it_does_not_have()
    {
        await using var sut = await TestApp.StartAsync();
        var tried = 0;

        foreach (var (method, path, known, body) in Operations())
        {
            var unknown = known.Contains("dryRun") ? "dryrun" : "dryRun";
            using var response = await sut.Http.SendAsync(Request(method, $"{path}?{unknown}=true", body, $"key-{tried++}"));

            var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
            problem
                .ErrorsOf()["query"]
                .ShouldHaveSingleItem()
                .ShouldStartWith(known.Count == 0 ? "Leave the query out:" : "Use only these parameters,", Case.Sensitive, path);
        }

        tried.ShouldBeGreaterThan(30);
        sut.DidNothing.ShouldBeTrue();
        sut.OnceOnly.Fingerprints.ShouldBeEmpty();
        sut.Cards.Sent.ShouldBeEmpty();
        sut.Plans.Sent.ShouldBeEmpty();
        sut.Links.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("operations?limit=0", "limit", "Give 1 to 100.")]
    [InlineData("operations?from=2026-02-30", "from", "Give a UTC day such as 2026-11-23.")]
    [InlineData("operations?updatedSince=today", "updatedSince", "Give a moment such as 2026-11-23T10:00:00Z (write + as %2B).")]
    [InlineData("operations?needsReview=false", "needsReview", "Give true, or leave it out.")]
    [InlineData("operations?kind=reversal", "kind", "Use one of: refund, settlement, void.")]
    [InlineData("events?limit=101", "limit", "Give 1 to 100.")]
    [InlineData("events?after=last", "after", "Give nextCursor of the part before, or an event's id.")]
    [InlineData("installment-options?on=today", "on", "Give a day such as 2026-11-23.")]
    public async Task a_wrong_value_is_told_what_would_be_right(string address, string name, string words)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/{address}"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf()[name].ShouldBe([words]);
    }

    private static IEnumerable<(string Method, string Path, List<string> Known, string Body)> Operations() =>
        from one in ContractDocument.Current.Operations
        where one.Path.StartsWith("/merchants/", StringComparison.Ordinal)
        let known = one.Operation["parameters"]!
            .AsArray()
            .Select(parameter => ContractDocument.Current.Resolve(parameter!))
            .Where(parameter => parameter["in"]!.ToString() == "query")
            .Select(parameter => parameter["name"]!.ToString())
            .ToList()
        select (one.Method, FilledIn(one.Path), known, BodyOf(one.Operation));

    private static string FilledIn(string path) =>
        string.Join(
            '/',
            path.TrimStart('/')
                .Split('/')
                .Select(segment =>
                    segment switch
                    {
                        "{merchantId}" => "JT01",
                        "{id}" => Guid.Empty.ToString(),
                        ['{', ..] => "1234567890",
                        _ => segment,
                    }
                )
        );

    private static string BodyOf(JsonObject operation) =>
        (operation["requestBody"]?["content"]?.AsObject() ?? [])
            .Select(media => media.Value!["example"])
            .OfType<JsonObject>()
            .FirstOrDefault()
            ?.ToJsonString()
        ?? "{}";

    private static HttpRequestMessage Request(string method, string path, string body, string key) =>
        method switch
        {
            "post" => Calls.Post(path, body, key),
            "patch" => Calls.Patch(path, body),
            "delete" => Calls.Delete(path),
            _ => Calls.Get(path),
        };
}
