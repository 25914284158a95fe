using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PaymentGateway.Http.Requests;

/// <summary>Texts of JSON documents.</summary>
internal static class JsonText
{
    /// <summary>Reads a string; false for another type and for escapes that make no Unicode text (<c>"\ud800"</c>).</summary>
    public static bool TryRead(JsonElement element, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (element.ValueKind != JsonValueKind.String)
            return false;

        try
        {
            text = element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // The only way that JsonElement reports a lone surrogate. Nothing was done yet; the caller is told.
            return false;
        }
    }

    /// <summary>A property's name; null for escapes that make no Unicode text.</summary>
    public static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, as above: no property of ours is called so.
            return null;
        }
    }

    /// <summary>Finds a property of an object. Unlike <see cref="JsonElement.TryGetProperty(string, out JsonElement)"/> it is not thrown off by the names of others that make no Unicode text.</summary>
    public static bool TryFind(JsonElement element, string name, out JsonElement value)
    {
        value = element
            .EnumerateObject()
            .LastOrDefault(property => string.Equals(NameOf(property), name, StringComparison.Ordinal))
            .Value;
        return value.ValueKind != JsonValueKind.Undefined;
    }

    /// <summary>An unknown property's name as an error may show it: only what looks like a name, never what looks like data.</summary>
    public static string Shown(string? name) =>
        name is { Length: >= 1 and <= 40 } && name.All(IsNameCharacter) && name.Count(char.IsAsciiDigit) <= 4
            ? name
            : "(unnamed)";

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';
}
