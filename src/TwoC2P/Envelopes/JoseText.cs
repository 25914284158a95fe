using System.Buffers.Text;

namespace TwoC2P.Envelopes;

/// <summary>Recognizes compact JOSE tokens (RFC 7515, RFC 7516): three or five parts of Base64url, of which the first is a JSON header with an algorithm.</summary>
internal static class JoseText
{
    private const int PartsOfSigned = 3;
    private const int PartsOfEncrypted = 5;
    private const int LongestHeader = 4096;

    public static bool IsToken(string text)
    {
        var token = text.AsSpan().Trim(Base64Text.Around);
        if (token.Count('.') + 1 is not (PartsOfSigned or PartsOfEncrypted))
            return false;

        var first = token[..token.IndexOf('.')];
        return first.Length <= LongestHeader && Base64Url.IsValid(first) && IsHeader(Base64Url.DecodeFromChars(first));
    }

    private static bool IsHeader(ReadOnlySpan<byte> bytes) =>
        ContentText.Trim(bytes) is [(byte)'{', ..] header && header.IndexOf("\"alg\""u8) > 0;
}
