using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace TwoC2P.Envelopes;

/// <summary>
/// CMS EnvelopedData (RFC 5652) in 2C2P's profile: one recipient by issuer and serial number, RSA PKCS#1 v1.5, DES-EDE3-CBC. It hides and does not sign: whether the
/// content is true is for the hash to say.
/// </summary>
internal static class Pkcs7
{
    private static readonly Oid TripleDes = new("1.2.840.113549.3.7");

    // 3DES is what 2C2P writes; AES-128/192/256-CBC is what other clients of the gateway write.
    private static readonly string[] AcceptedCiphers =
    [
        TripleDes.Value!,
        "2.16.840.1.101.3.4.1.2",
        "2.16.840.1.101.3.4.1.22",
        "2.16.840.1.101.3.4.1.42",
    ];

    public static byte[] Encrypt(byte[] content, X509Certificate2 recipient)
    {
        var envelope = new EnvelopedCms(new ContentInfo(content), new AlgorithmIdentifier(TripleDes));
        envelope.Encrypt(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, recipient, RSAEncryptionPadding.Pkcs1));
        return envelope.Encode();
    }

    /// <summary>
    /// What each certificate makes of the envelope, the one that it is addressed to first. All failures look the same. A wrong key can, rarely, yield noise instead of a
    /// failure, so the caller takes the first that it can read.
    /// </summary>
    public static IEnumerable<byte[]> Decrypt(byte[] encoded, IReadOnlyList<X509Certificate2> certificates)
    {
        // 2C2P addresses one, the certificate that it was given. Each further one would cost a private key's work.
        if (TryDecode(encoded) is not { RecipientInfos.Count: 1 } envelope)
            return [];

        // The usual case: there is nothing to choose, and the envelope is not needed for a second attempt.
        if (certificates is [var only])
            return TryDecrypt(envelope, only) is { } content ? [content] : [];

        var attempts =
            from certificate in certificates
            orderby IsFor(envelope.RecipientInfos[0], certificate) descending
            select TryDecode(encoded) is { } fresh ? TryDecrypt(fresh, certificate) : null;
        return attempts.OfType<byte[]>();
    }

    private static EnvelopedCms? TryDecode(byte[] encoded)
    {
        try
        {
            var envelope = new EnvelopedCms();
            envelope.Decode(encoded);
            return AcceptedCiphers.Contains(envelope.ContentEncryptionAlgorithm.Oid.Value) ? envelope : null;
        }
        catch (CryptographicException)
        {
            // No envelope: nothing can be learned from it.
            return null;
        }
    }

    private static byte[]? TryDecrypt(EnvelopedCms envelope, X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey();
        if (key is null)
            return null;

        try
        {
            envelope.Decrypt(envelope.RecipientInfos[0], key);
            return envelope.ContentInfo.Content;
        }
        catch (CryptographicException)
        {
            // Not readable with this key; the next one may fit.
            return null;
        }
    }

    private static bool IsFor(RecipientInfo recipient, X509Certificate2 certificate) =>
        recipient.RecipientIdentifier.MatchesCertificate(certificate);
}
