using System.Globalization;
using System.Text;

namespace PaymentGateway.Http.Requests;

/// <summary>Texts that go to 2C2P (its type C, "alphanumeric and symbols") or into the audit trail.</summary>
internal static class PlainText
{
    /// <summary>A text of at most so many characters without control characters; null when it is absent, or wrong and complained about.</summary>
    public static string? ShortText(this JsonObjectReader reader, string name, int maxLength)
    {
        if (reader.Text(name) is not { } text)
            return null;

        var problem = text switch
        {
            _ when string.IsNullOrWhiteSpace(text) => "Give a text that is not empty.",
            _ when text.Length > maxLength => $"Give at most {maxLength} characters.",
            _ when !IsPlain(text) => "Remove control characters, such as line feeds and tabs.",
            _ => null,
        };
        if (problem is null)
            return text;

        reader.Errors.Add(reader.PathOf(name), problem);
        return null;
    }

    /// <summary>Whether a text has no control characters: exactly what XML 1.0 cannot carry, or would carry changed.</summary>
    public static bool IsPlain(string text) =>
        text.EnumerateRunes()
            .All(rune =>
                Rune.GetUnicodeCategory(rune)
                    is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                && rune.Value is not (0xFFFE or 0xFFFF)
            );
}
