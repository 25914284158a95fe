using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Documentation.Tests.Reading;
using Documentation.Tests.Running;
using Testing;
using Testing.Contract;

namespace Documentation.Tests.Blocks;

public sealed partial class JsonTests(DocumentedSandbox world) : IDisposable
{
    private readonly HttpClient http = Web.Client("sandbox-JT01");

    public static TheoryData<CodeBlock> Told => [.. Treatments.BlocksOf(Way.Told)];

    public static TheoryData<CodeBlock> Sent => [.. Treatments.BlocksOf(Way.Sent)];

    public static TheoryData<CodeBlock> Json => [.. Treatments.BlocksOf(Way.Json)];

    public static TheoryData<CodeBlock> Calls => [.. Treatments.BlocksOf(Way.Calls)];

    public void Dispose() => http.Dispose();

    [Theory]
    [MemberData(nameof(Told))]
    public async Task What_is_shown_as_an_event_is_told_in_that_shape(CodeBlock block)
    {
        // The dots stand for more members of the same.
        var shown = JsonNode.Parse(block.Text.Replace(", …", "", StringComparison.Ordinal))!;
        await Refunds.SucceedAsync(world);

        var told = await Eventually.ResultAsync(
            () =>
                Task.FromResult(world.Mailbox.Messages.Select(message => message.Json).LastOrDefault(json => IsOf(json, shown))),
            json => json is not null
        );

        Differences("$", shown, told).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task What_is_shown_as_sent_is_taken(CodeBlock block)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{world.Api}/merchants/JT01/{Treatments.Of(block)!.Reason}")
        {
            Headers = { { "Idempotency-Key", $"documented-{block.Line}" } },
            Content = new StringContent(block.Text, Encoding.UTF8, "application/json"),
        };

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [MemberData(nameof(Json))]
    public void What_is_shown_as_json_is_json(CodeBlock block) => Should.NotThrow(() => JsonDocument.Parse(block.Text));

    [Theory]
    [MemberData(nameof(Calls))]
    public void What_is_shown_as_a_call_is_in_the_contract(CodeBlock block)
    {
        var contract = ContractDocument.Current;
        var calls = Call().Matches(block.Text).ToList();

        calls.ShouldNotBeEmpty(block.ToString());
        foreach (var call in calls)
        {
            var method = call.Groups["method"].Value.ToLowerInvariant();
            var path = call.Groups["path"].Value["/api".Length..];
            var operation = contract.Operations.SingleOrDefault(each => each.Path == path && each.Method == method).Operation;
            operation.ShouldNotBeNull($"{method} {path} of {block}");
            if (call.Groups["body"] is { Length: > 0 } body && !body.Value.Contains('…', StringComparison.Ordinal))
            {
                var schema = contract.Resolve(operation["requestBody"]!)["content"]!["application/json"]!["schema"]!;
                contract.Check(schema, JsonNode.Parse(body.Value)).ShouldBeEmpty(block.ToString());
            }
        }
    }

    private static bool IsOf(JsonNode told, JsonNode shown) =>
        told["type"]!.ToString() == shown["type"]!.ToString()
        && told["data"]!["kind"]?.ToString() == shown["data"]!["kind"]!.ToString();

    private static IEnumerable<string> Differences(string path, JsonNode? shown, JsonNode? told) =>
        shown switch
        {
            JsonObject members => members.SelectMany(member =>
                (told as JsonObject)?.ContainsKey(member.Key) == true
                    ? Differences($"{path}.{member.Key}", member.Value, told![member.Key])
                    : [$"{path}.{member.Key} is not told"]
            ),
            _ when shown?.GetValueKind() != told?.GetValueKind() => [$"{path}: {shown} is shown, and {told} told"],
            _ => [],
        };

    [GeneratedRegex(
        @"^(?<method>GET|POST|PATCH|DELETE) +(?<path>/api\S+)\s*(?<body>\{.*\})?",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Call();
}
