using TwoC2P.PaymentAction;

namespace TwoC2P.Envelopes;

/// <summary>Puts XML into the envelope that an endpoint takes, and takes it out again.</summary>
internal static class Envelope
{
    /// <summary>Single-line Base64 text.</summary>
    /// <exception cref="InvalidOperationException">The merchant is configured for PKCS#7 without 2C2P's certificate.</exception>
    public static string Seal(byte[] xml, EnvelopeKind kind, GatewayKeys keys) =>
        Convert.ToBase64String(
            kind switch
            {
                EnvelopeKind.Base64 => xml,
                EnvelopeKind.Pkcs7 => Pkcs7.Encrypt(
                    xml,
                    keys.GatewayCertificate
                        ?? throw new InvalidOperationException("Configure 2C2P's certificate: the PKCS#7 envelope needs it.")
                ),
                _ => throw new ArgumentOutOfRangeException(nameof(kind)),
            }
        );

    /// <summary>The possible contents, best first; none when the text is no envelope of this kind or cannot be decrypted.</summary>
    public static IEnumerable<byte[]> Open(string text, EnvelopeKind kind, GatewayKeys keys)
    {
        if (Base64Text.Decode(text) is not { } bytes)
            return [];

        return kind switch
        {
            EnvelopeKind.Base64 => [bytes],
            EnvelopeKind.Pkcs7 => Pkcs7.Decrypt(bytes, keys.MerchantCertificates),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    /// <summary>The kind that a Base64 text's first characters announce, or null for neither (a JOSE token, for one).</summary>
    public static EnvelopeKind? Detect(string text) =>
        text.TrimStart() switch
        {
            // 0x30 0x80..0x8F: the outer SEQUENCE of CMS.
            ['M', 'I', ..] => EnvelopeKind.Pkcs7,
            // "<P", "<?", and "<" after a byte order mark.
            ['P', 'F' or 'D', ..] or ['7', '7', 'u', '/', ..] => EnvelopeKind.Base64,
            _ => null,
        };
}
