using System.Net;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Worlds;

/// <summary>An HTTP answer, read whole.</summary>
public sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The body is JSON null.");

    /// <summary>A member of the body's object as text; null for JSON null and for a missing member.</summary>
    public string? this[string name] => Json[name]?.ToString();
}
