using System.Text;

namespace TwoC2P.Envelopes;

/// <summary>Base64 as it arrives after travelling through forms and line wrappers.</summary>
internal static class Base64Text
{
    /// <summary>
    /// Mends spaces that were <c>+</c> before a form was decoded, line breaks, tabs and missing padding; null when the text is still no Base64. A space at the end of
    /// unpadded text counts as a <c>+</c>: callers trim what did not pass through a form.
    /// </summary>
    public static byte[]? Decode(string text)
    {
        var mended = new StringBuilder(text.TrimStart()).Replace("\r", "").Replace("\n", "").Replace("\t", "").ToString();
        if (mended.Contains('=', StringComparison.Ordinal))
            mended = mended.TrimEnd();

        mended = mended.Replace(' ', '+').TrimEnd('=');
        mended = mended.PadRight((mended.Length + 3) / 4 * 4, '=');
        var bytes = new byte[mended.Length / 4 * 3];
        return Convert.TryFromBase64String(mended, bytes, out var length) ? bytes[..length] : null;
    }
}
