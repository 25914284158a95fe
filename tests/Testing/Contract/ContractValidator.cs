using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Testing.Contract;

/// <summary>Tells what in an answer of the app is not as the contract says: status, media type, headers, body and, for errors, the code.</summary>
public sealed class ContractValidator(ContractDocument contract)
{
    private const string Prefix = "/api";
    private const string Problem = "application/problem+json";

    // By these a caller does something, so a client that is generated has to know where they are.
    private static readonly string[] Acted = ["Retry-After", "Location", "Idempotency-Replayed", "ETag"];

    /// <summary>For the contract as it is in the sources.</summary>
    public static ContractValidator Current { get; } = new(ContractDocument.Current);

    /// <summary>What is wrong; empty when the answer is as documented.</summary>
    /// <param name="method">Method of the request.</param>
    /// <param name="path">Path of its address, with <c>/api</c>.</param>
    /// <param name="status">Status of the answer.</param>
    /// <param name="headers">All its headers, compared without letter case.</param>
    /// <param name="body">Its body as text.</param>
    public IReadOnlyList<string> Complaints(
        HttpMethod method,
        string path,
        int status,
        IReadOnlyDictionary<string, string> headers,
        string body
    )
    {
        if (Find(method, path, status) is not { } described)
            return method == HttpMethod.Options && status == 204
                ? []
                : [$"{method} {path}: the contract has no answer {status} here"];

        var response = contract.Resolve(described);
        var complaints = Headers(response, headers);
        var isHead = method == HttpMethod.Head || status is 304;
        return
        [
            .. isHead
                ? complaints
                : complaints.Concat(Body(response, headers, body)).Select(text => $"{method} {path} {status}: {text}"),
        ];
    }

    // What the document does not have must be one of the two errors that say so.
    private JsonNode? Find(HttpMethod method, string path, int status)
    {
        var item = contract.Root["paths"]!
            .AsObject()
            .Where(candidate => Matches(candidate.Key, path))
            .Select(candidate => candidate.Value)
            .FirstOrDefault();
        var verb = method == HttpMethod.Head ? "get" : method.Method.ToLowerInvariant();
        return item?[verb] is { } operation ? operation["responses"]?[$"{status}"]
            : (item, status) is (null, 404) ? contract.Root["components"]!["responses"]!["RouteNotFound"]
            : (item, status) is (not null, 405) ? contract.Root["components"]!["responses"]!["MethodNotAllowed"]
            : null;
    }

    private IEnumerable<string> Headers(JsonObject response, IReadOnlyDictionary<string, string> headers)
    {
        foreach (var (name, node) in response["headers"]?.AsObject() ?? [])
        {
            var header = contract.Resolve(node!);
            var sent = headers.FirstOrDefault(one => string.Equals(one.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
            if (sent is not null)
                foreach (var complaint in contract.Check(header["schema"]!, JsonValue.Create(sent)))
                    yield return $"{name} {complaint}";
            else if (header["required"]?.GetValue<bool>() == true)
                yield return $"{name} is missing";
        }

        foreach (var name in headers.Keys.Intersect(Acted, StringComparer.OrdinalIgnoreCase))
            if (
                response["headers"]?.AsObject().Any(one => string.Equals(one.Key, name, StringComparison.OrdinalIgnoreCase))
                != true
            )
                yield return $"{name} is not documented";
    }

    private IEnumerable<string> Body(JsonObject response, IReadOnlyDictionary<string, string> headers, string body)
    {
        if (response["content"] is null && body.Length == 0)
            return [];

        var sent = headers
            .FirstOrDefault(one => string.Equals(one.Key, "Content-Type", StringComparison.OrdinalIgnoreCase))
            .Value;
        if (response["content"]?[sent ?? ""] is not { } content)
            return [$"the contract has no {sent ?? "body without media type"} here"];
        if (sent is not (MediaTypeNames.Application.Json or Problem))
            return [];

        try
        {
            var json = JsonNode.Parse(body);
            return [.. contract.Check(content["schema"]!, json), .. Code(content["x-error-codes"] as JsonArray, json)];
        }
        catch (JsonException)
        {
            return ["the body is not JSON"];
        }
    }

    // Which codes an answer can have stands beside the schema: one schema for all problems is one exception in every generated client.
    private static IEnumerable<string> Code(JsonArray? codes, JsonNode? problem)
    {
        var code = problem?["code"];
        return codes is null || codes.Any(known => JsonNode.DeepEquals(known, code))
            ? []
            : [$"$.code: {code?.ToJsonString()} is not one of {codes.ToJsonString()}"];
    }

    private static bool Matches(string template, string path)
    {
        var expected = $"{Prefix}{template}".Split('/');
        var given = path.TrimEnd('/').Split('/');
        return expected.Length == given.Length
            && expected
                .Zip(given)
                .All(pair =>
                    pair.First.StartsWith('{')
                        ? pair.Second.Length > 0
                        : string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase)
                );
    }
}
