using System.Buffers;
using System.Text;

namespace TwoC2P.Envelopes;

/// <summary>Base64 as it arrives after travelling through forms and line wrappers.</summary>
internal static class Base64Text
{
    private const int Group = 4;
    private const int MostPadding = 2;

    /// <summary>What may stand around a text without being part of it: white space, a byte order mark, the end of a C string.</summary>
    public const string Around = " \t\r\n\0\uFEFF";

    private const string AroundButSpaces = "\t\r\n\0\uFEFF";

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
    );

    /// <summary>Mends spaces that were <c>+</c> before a form was decoded, line breaks, tabs and missing padding; null when the text is still no Base64.</summary>
    public static byte[]? Decode(string text)
    {
        // Nearly every text is clean: it is decoded as it stands.
        if (text.Length % Group == 0 && !text.AsSpan().ContainsAnyExcept(Alphabet) && DecodeClean(text) is { } clean)
            return clean;

        var compact = new StringBuilder(text.TrimStart(Around.ToCharArray()).TrimEnd(AroundButSpaces.ToCharArray()))
            .Replace("\r", "")
            .Replace("\n", "")
            .Replace("\t", "")
            .ToString();
        var mended = WithLastPluses(compact).Replace(' ', '+').TrimEnd('=');
        if (mended.Length == 0)
            return null;

        mended = mended.PadRight((mended.Length + Group - 1) / Group * Group, '=');
        var bytes = new byte[mended.Length / Group * 3];
        return Convert.TryFromBase64String(mended, bytes, out var length) ? bytes[..length] : null;
    }

    private static byte[]? DecodeClean(string text)
    {
        var padding = text.Length - text.AsSpan().TrimEnd('=').Length;
        if (text.Length == 0 || padding > MostPadding)
            return null;

        var bytes = new byte[text.Length / Group * 3 - padding];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == bytes.Length ? bytes : null;
    }

    // XML ends with '>', whose six bits are '+': a third of all messages end so. Spaces at the end are such pluses where they fill up the last group of four, which is the
    // only place where a '+' can stand last, and white space everywhere else.
    private static string WithLastPluses(string text)
    {
        var rest = text.TrimEnd(' ');
        var missing = (Group - rest.Length % Group) % Group;
        return missing > 0 && missing <= text.Length - rest.Length && !rest.EndsWith('=')
            ? rest.PadRight(rest.Length + missing)
            : rest;
    }
}
