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

    /// <summary>An unknown property's name as an error may show it: only what looks like a name, never what looks like data.</summary>
    public static string ShownName(JsonProperty property)
    {
        const string hidden = "(unnamed)";
        try
        {
            var name = property.Name;
            return name.Length is >= 1 and <= 40 && name.All(IsNameCharacter) && name.Count(char.IsAsciiDigit) <= 4
                ? name
                : hidden;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in the name; it is unknown in any case.
            return hidden;
        }
    }

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';
}
