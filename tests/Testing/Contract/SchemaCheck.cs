using System.Text.Json.Nodes;

namespace Testing.Contract;

/// <summary>
/// Checks JSON against the schemas of the contract: the keywords that it uses, and no others, so that none is overlooked. It is stricter than JSON Schema in one thing:
/// a member that the schema does not name is wrong, since it would be undocumented.
/// </summary>
internal sealed class SchemaCheck(JsonNode document)
{
    private static readonly string[] SaysNothing =
    [
        "description",
        "title",
        "examples",
        "default",
        "x-enum-descriptions",
        "x-ms-primary-error-message",
    ];

    private readonly List<string> complaints = [];

    /// <summary>What is wrong with a value; empty when nothing is.</summary>
    public static IReadOnlyList<string> Complaints(JsonNode document, JsonNode schema, JsonNode? value)
    {
        var check = new SchemaCheck(document);
        check.Check(schema.AsObject(), value, "$", isWhole: true);
        return check.complaints;
    }

    private void Check(JsonObject schema, JsonNode? value, string path, bool isWhole)
    {
        foreach (var (keyword, argument) in schema)
        {
            if (!SaysNothing.Contains(keyword) && Problem(keyword, argument!, value, path) is { } problem)
                complaints.Add($"{path}: {problem}");
        }

        if (isWhole && value is JsonObject given && IsClosed(schema))
            complaints.AddRange(
                given.Select(member => member.Key).Except(Known(schema)).Select(name => $"{path}.{name}: is not documented")
            );
    }

    private string? Problem(string keyword, JsonNode argument, JsonNode? value, string path)
    {
        switch (keyword)
        {
            case "$ref":
                Check(Resolve(document, argument), value, path, isWhole: false);
                return null;
            case "allOf":
                foreach (var part in argument.AsArray())
                    Check(part!.AsObject(), value, path, isWhole: false);
                return null;
            case "oneOf":
                return OneOf(argument.AsArray(), value, path);
            case "properties":
                foreach (var (name, schema) in argument.AsObject())
                {
                    if (value is JsonObject parent && parent.TryGetPropertyValue(name, out var member))
                        Check(schema!.AsObject(), member, $"{path}.{name}", isWhole: true);
                }

                return null;
            case "additionalProperties":
                if (argument is JsonObject each && value is JsonObject map)
                    map.ToList().ForEach(member => Check(each, member.Value, $"{path}.{member.Key}", isWhole: true));
                return null;
            case "items":
                for (var index = 0; index < ((value as JsonArray)?.Count ?? 0); index++)
                    Check(argument.AsObject(), value![index], $"{path}[{index}]", isWhole: true);
                return null;
            default:
                return SimpleKeyword.Holds(keyword, argument, value) ? null : $"breaks {keyword} {argument.ToJsonString()}";
        }
    }

    private string? OneOf(JsonArray schemas, JsonNode? value, string path)
    {
        var each = schemas.Select(schema => Complaints(document, schema!, value)).ToList();
        return each.Count(one => one.Count == 0) == 1
            ? null
            : $"fits not just one of oneOf ({string.Join(" | ", each.Select(one => string.Join(", ", one)))}) at {path}";
    }

    private bool IsClosed(JsonObject schema) =>
        !schema.ContainsKey("oneOf")
        && Parts(schema)
            .All(part => part["additionalProperties"]?.GetValueKind() is null or System.Text.Json.JsonValueKind.False);

    private IEnumerable<string> Known(JsonObject schema) =>
        Parts(schema).SelectMany(part => part["properties"]?.AsObject().Select(member => member.Key) ?? []);

    private IEnumerable<JsonObject> Parts(JsonObject schema) =>
        (schema["allOf"]?.AsArray().SelectMany(part => Parts(part!.AsObject())) ?? [])
            .Concat(schema["$ref"] is { } reference ? Parts(Resolve(document, reference)) : [])
            .Prepend(schema);

    /// <summary>What a reference inside the document names.</summary>
    public static JsonObject Resolve(JsonNode document, JsonNode reference)
    {
        var text = reference.GetValue<string>();
        var node = text.Split('/').Skip(1).Aggregate<string, JsonNode?>(document, (parent, name) => parent?[name]);
        return node as JsonObject ?? throw new InvalidOperationException($"The document has nothing at {text}.");
    }
}
