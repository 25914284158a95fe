using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Sandbox.Demonstration;

/// <summary>An HTTP answer: its status, headers and JSON.</summary>
internal sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, JsonNode? Json)
{
    /// <summary>The status as on the wire, such as 202.</summary>
    public string StatusNumber => ((int)Status).ToString(CultureInfo.InvariantCulture);

    /// <summary>A field by its path (<c>gateway.refundReferenceNo</c>) as text; empty when it is missing or null.</summary>
    public string this[string path] => Text(path.Split('.').Aggregate(Json, Member));

    /// <summary>A header's value; empty when it is missing.</summary>
    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    /// <summary>The objects of an array by its path; none when it is missing. An empty path is the answer itself.</summary>
    public IReadOnlyList<Answer> List(string path = "") =>
        (path.Length == 0 ? Json : path.Split('.').Aggregate(Json, Member)) is JsonArray items
            ? [.. items.Select(item => this with { Json = item })]
            : [];

    private static JsonNode? Member(JsonNode? node, string name) => (node as JsonObject)?[name];

    // Numbers keep their decimals: 250.00 is not 250.
    private static string Text(JsonNode? node) =>
        node is null ? ""
        : node is JsonValue value && value.TryGetValue<string>(out var text) ? text
        : node.ToJsonString();
}
