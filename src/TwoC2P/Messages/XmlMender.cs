using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace TwoC2P.Messages;

/// <summary>
/// Makes XML readable whose texts were pasted into it without escaping: what XML cannot hold (control characters, <c>&amp;</c> alone, entities that nobody declared, <c>&lt;</c> before
/// what is no name) becomes a replacement character. What is well-formed is not touched. A hashed value that was mended no longer has its hash, so nothing is believed that was guessed.
/// </summary>
internal static class XmlMender
{
    private const char Replacement = '\uFFFD';
    private const int LongestEntityName = 32;

    private static readonly SearchValues<char> Suspects = SearchValues.Create("&<");
    private static readonly string[] Declared = ["amp", "lt", "gt", "quot", "apos"];

    // Between these nothing is markup.
    private static readonly (string Start, string End)[] Verbatim = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];

    public static string Mend(string xml)
    {
        var text = WithoutForbiddenCharacters(xml);
        StringBuilder? mended = null;
        var (done, copied) = (0, 0);
        while (text.AsSpan(done).IndexOfAny(Suspects) is var offset and >= 0)
        {
            var start = done + offset;
            var (length, isWhole) = text[start] == '&' ? Reference(text.AsSpan(start)) : Markup(text, start);
            done = start + length;
            if (isWhole)
                continue;

            mended ??= new StringBuilder(text.Length);
            mended.Append(text, copied, start - copied).Append(Replacement);
            copied = done;
        }

        return mended is null ? text : mended.Append(text, copied, text.Length - copied).ToString();
    }

    private static string WithoutForbiddenCharacters(string xml) =>
        xml.AsSpan().ContainsAnyExceptInRange(' ', '\uD7FF')
            ? string.Create(
                xml.Length,
                xml,
                (mended, given) =>
                {
                    for (var index = 0; index < given.Length; index++)
                        mended[index] =
                            XmlConvert.IsXmlChar(given[index]) || char.IsSurrogate(given[index]) ? given[index] : Replacement;
                }
            )
            : xml;

    /// <summary>How long a reference is, and whether XML knows it.</summary>
    private static (int Length, bool IsWhole) Reference(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestEntityName)].IndexOf(';');
        if (end < 2)
            return (1, false);

        var name = text[1..end];
        if (name[0] == '#')
            return (end + 1, IsCharacter(name[1..]));
        foreach (var declared in Declared)
            if (name.SequenceEqual(declared))
                return (end + 1, true);

        return (IsName(name) ? end + 1 : 1, false);
    }

    private static bool IsCharacter(ReadOnlySpan<char> number)
    {
        var isNumber = number is ['x', .. var hex]
            ? int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return isNumber && Rune.IsValid(code) && (code > char.MaxValue || XmlConvert.IsXmlChar((char)code));
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var character in name)
            if (!char.IsAsciiLetterOrDigit(character))
                return false;

        return true;
    }

    /// <summary>How much of the text from a <c>&lt;</c> on is to be taken as it is; nothing when it begins no markup.</summary>
    private static (int Length, bool IsWhole) Markup(string text, int start)
    {
        foreach (var (begin, end) in Verbatim)
        {
            if (string.CompareOrdinal(text, start, begin, 0, begin.Length) != 0)
                continue;

            var last = text.IndexOf(end, start + begin.Length, StringComparison.Ordinal);
            return ((last < 0 ? text.Length : last + end.Length) - start, true);
        }

        var isMarkup =
            start + 1 < text.Length && (text[start + 1] is '/' or '!' || XmlConvert.IsStartNCNameChar(text[start + 1]));
        return (1, isMarkup);
    }
}
