using TwoC2P.Keys;

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

    /// <summary>The possible XML in a text, best first; none when it is no envelope of XML or cannot be decrypted.</summary>
    public static IEnumerable<byte[]> Open(EnvelopeText text, GatewayKeys keys) =>
        text.Kind switch
        {
            FoundEnvelope.Xml => [text.Bytes],
            FoundEnvelope.Pkcs7 => Pkcs7.Decrypt(text.Bytes, keys.MerchantCertificates),
            _ => [],
        };

    /// <summary>The same, where only one kind may come.</summary>
    public static IEnumerable<byte[]> Open(string text, EnvelopeKind kind, GatewayKeys keys)
    {
        var found = EnvelopeText.Find(text);
        return found.Kind == AnnouncedBy(kind) ? Open(found, keys) : [];
    }

    private static FoundEnvelope AnnouncedBy(EnvelopeKind kind) =>
        kind switch
        {
            EnvelopeKind.Base64 => FoundEnvelope.Xml,
            EnvelopeKind.Pkcs7 => FoundEnvelope.Pkcs7,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
