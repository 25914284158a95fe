using System.Text.RegularExpressions;

namespace TwoC2P.Simulator.Envelopes;

/// <summary>Base64 as it arrives: with what mail programs, C strings and Windows put around it.</summary>
internal static partial class EnvelopeText
{
    /// <summary>Undoes what form decoding and line wrapping do to base64. Null when it is not base64 even so.</summary>
    public static byte[]? TryDecode(string text)
    {
        var compact = Noise().Replace(text, "").Replace(' ', '+').TrimEnd('=');
        var padded = compact.PadRight((compact.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return padded.Length > 0 && Convert.TryFromBase64String(padded, bytes, out var written) ? bytes[..written] : null;
    }

    /// <summary>Whether it is a signed or encrypted token of the newer generation, which these addresses do not take.</summary>
    public static bool IsJoseToken(string text) => JoseToken().IsMatch(Noise().Replace(text, ""));

    // Byte order mark, NUL and line breaks anywhere; blanks only around the text, inside they were pluses.
    [GeneratedRegex(
        "[\\r\\n\\t\\0\\uFEFF]|^[\\s\\0\\uFEFF]+|[\\s\\0\\uFEFF]+\\z",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Noise();

    // {"… in Base64url, then two parts (JWS) or four (JWE).
    [GeneratedRegex(
        "^ey[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*){2}(?:(?:\\.[A-Za-z0-9_-]*){2})?\\z",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex JoseToken();
}
