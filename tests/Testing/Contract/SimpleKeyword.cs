using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Testing.Contract;

/// <summary>The keywords of JSON Schema that look at one value alone. As the standard says, a keyword for another type than the value's holds.</summary>
internal static class SimpleKeyword
{
    private static readonly Uri AnyHost = new("https://host.invalid/");
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);

    /// <summary>Whether a value keeps to a keyword.</summary>
    /// <exception cref="NotSupportedException">The keyword is not known here: it would be checked by nobody.</exception>
    public static bool Holds(string keyword, JsonNode argument, JsonNode? value) =>
        keyword switch
        {
            "type" => argument is JsonArray types
                ? types.Any(type => IsOfType(value, type!.GetValue<string>()))
                : IsOfType(value, argument.GetValue<string>()),
            "enum" => argument.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
            "const" => JsonNode.DeepEquals(argument, value),
            "required" => value is not JsonObject parent
                || argument.AsArray().All(name => parent.ContainsKey(name!.GetValue<string>())),
            "dependentRequired" => value is not JsonObject parent
                || argument
                    .AsObject()
                    .Where(rule => parent.ContainsKey(rule.Key))
                    .All(rule => rule.Value!.AsArray().All(name => parent.ContainsKey(name!.GetValue<string>()))),
            "minProperties" => value is not JsonObject parent || parent.Count >= Int(argument),
            "maxProperties" => value is not JsonObject parent || parent.Count <= Int(argument),
            "propertyNames" => value is not JsonObject parent
                || parent.All(member =>
                    argument.AsObject().All(rule => Holds(rule.Key, rule.Value!, JsonValue.Create(member.Key)))
                ),
            "minItems" => value is not JsonArray list || list.Count >= Int(argument),
            "maxItems" => value is not JsonArray list || list.Count <= Int(argument),
            "minLength" => Text(value) is not { } text || text.Length >= Int(argument),
            "maxLength" => Text(value) is not { } text || text.Length <= Int(argument),
            "pattern" => Text(value) is not { } text
                || Regex.IsMatch(text, argument.GetValue<string>(), RegexOptions.None, PatternLimit),
            "format" => Text(value) is not { } text || IsOfFormat(text, argument.GetValue<string>()),
            "minimum" => Number(value) is not { } number || number >= Number(argument),
            "maximum" => Number(value) is not { } number || number <= Number(argument),
            "multipleOf" => Number(value) is not { } number || number % Number(argument) == 0,
            _ => throw new NotSupportedException(
                $"The contract uses the keyword {keyword}, which the check of schemas does not know."
            ),
        };

    private static bool IsOfType(JsonNode? value, string type) =>
        (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            ("null", JsonValueKind.Null) => true,
            ("string", JsonValueKind.String) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("number", JsonValueKind.Number) => true,
            ("integer", JsonValueKind.Number) => decimal.IsInteger(Number(value)!.Value),
            ("array", JsonValueKind.Array) => true,
            ("object", JsonValueKind.Object) => true,
            _ => false,
        };

    private static bool IsOfFormat(string text, string format) =>
        format switch
        {
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            // RFC 3339: without an offset it would be nobody's time.
            "date-time" => (text.EndsWith('Z') || text is [.., '+' or '-', _, _, ':', _, _])
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            // Of numbers: a text is the affair of "type".
            "decimal" => true,
            "uri-reference" => Uri.TryCreate(AnyHost, text, out _) && !text.Any(char.IsWhiteSpace),
            _ => throw new NotSupportedException(
                $"The contract uses the format {format}, which the check of schemas does not know."
            ),
        };

    private static int Int(JsonNode argument) => argument.GetValue<int>();

    private static string? Text(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static decimal? Number(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number
            ? decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;
}
