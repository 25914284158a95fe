using System.Text.Json.Nodes;

namespace Testing.Contract;

/// <summary>The contract (src/Functions/Http/Contract/openapi.json), read for tests.</summary>
public sealed class ContractDocument
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "patch", "trace"];

    private ContractDocument(JsonNode root) => Root = root;

    /// <summary>The document as it is in the sources.</summary>
    public static ContractDocument Current { get; } = Read();

    /// <summary>All of it.</summary>
    public JsonNode Root { get; }

    /// <summary>Every operation: its path template (without <c>/api</c>), its method in lower case, and what the document says about it.</summary>
    public IEnumerable<(string Path, string Method, JsonObject Operation)> Operations =>
        from path in Root["paths"]!.AsObject()
        from member in path.Value!.AsObject()
        where Methods.Contains(member.Key)
        select (path.Key, member.Key, member.Value!.AsObject());

    /// <summary>A node, or what it refers to.</summary>
    public JsonObject Resolve(JsonNode node) =>
        node["$ref"] is { } reference ? SchemaCheck.Resolve(Root, reference) : node.AsObject();

    /// <summary>What is wrong with a value by a schema of the document.</summary>
    public IReadOnlyList<string> Check(JsonNode schema, JsonNode? value) => SchemaCheck.Complaints(Root, schema, value);

    private static ContractDocument Read()
    {
        using var stream = typeof(ContractDocument).Assembly.GetManifestResourceStream("openapi.json")!;
        return new(JsonNode.Parse(stream)!);
    }
}
