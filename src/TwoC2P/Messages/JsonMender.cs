using System.Globalization;
using System.Text;

namespace TwoC2P.Messages;

/// <summary>
/// Makes JSON readable whose texts hold what JSON cannot: bare control characters, halves of surrogate pairs, escapes that do not exist become replacement characters. Everything
/// outside texts is left as it is.
/// </summary>
internal static class JsonMender
{
    private const char Replacement = '\uFFFD';
    private const int UnicodeEscape = 6;
    private const string SimpleEscapes = "\"\\/bfnrt";

    public static string Mend(string json)
    {
        var mended = new StringBuilder(json.Length);
        var isText = false;
        for (var index = 0; index < json.Length; )
        {
            var character = json[index];
            var length = isText && character == '\\' ? EscapeLength(json.AsSpan(index)) : 1;
            if (length == 0 || (isText && character < ' '))
            {
                mended.Append(Replacement);
                index++;
                continue;
            }

            if (character == '"')
                isText = !isText;
            mended.Append(json, index, length);
            index += length;
        }

        return mended.ToString();
    }

    /// <summary>The length of a good escape, two for a whole surrogate pair counted together; 0 when it means nothing.</summary>
    private static int EscapeLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
            return 0;
        if (SimpleEscapes.Contains(text[1]))
            return 2;
        if (CodeOf(text) is not { } code)
            return 0;
        if (!char.IsSurrogate(code))
            return UnicodeEscape;

        var isPair = char.IsHighSurrogate(code) && CodeOf(text[UnicodeEscape..]) is { } second && char.IsLowSurrogate(second);
        return isPair ? 2 * UnicodeEscape : 0;
    }

    private static char? CodeOf(ReadOnlySpan<char> text) =>
        text is ['\\', 'u', _, _, _, _, ..]
        && ushort.TryParse(text[2..UnicodeEscape], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}
