using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using TwoC2P.Simulator.Merchants;

namespace TwoC2P.Simulator.Envelopes;

/// <summary>base64(CMS EnvelopedData(XML)), the envelope of <c>PaymentAction.aspx</c> (RFC 5652).</summary>
internal sealed class Pkcs7Envelope(GatewayKey key) : IEnvelope
{
    private const string TripleDesCbc = "1.2.840.113549.3.7";

    private static readonly FrozenSet<string> AcceptedCiphers = FrozenSet.Create(
        TripleDesCbc,
        "2.16.840.1.101.3.4.1.2", // AES-128-CBC
        "2.16.840.1.101.3.4.1.22", // AES-192-CBC
        "2.16.840.1.101.3.4.1.42" // AES-256-CBC
    );

    public EnvelopeKind Kind => EnvelopeKind.Pkcs7;

    public byte[]? Open(string text)
    {
        if (EnvelopeText.TryDecode(text) is not { } bytes)
            return null;
        try
        {
            var cms = new EnvelopedCms();
            cms.Decode(bytes);
            if (!AcceptedCiphers.Contains(cms.ContentEncryptionAlgorithm.Oid.Value ?? "") || cms.RecipientInfos.Count == 0)
                return null;
            return key.Decrypt(cms) ? cms.ContentInfo.Content : null;
        }
        catch (CryptographicException)
        {
            // Not CMS, or not for this gateway's key: one answer (96) for all of it.
            return null;
        }
    }

    public bool CanCloseFor(Merchant merchant) => merchant.Certificate is not null;

    public string Close(string xml, Merchant? merchant, string? secretKey)
    {
        var content = Encoding.UTF8.GetBytes(xml);
        if (merchant?.Certificate is not { } certificate)
            return Convert.ToBase64String(content);
        var cms = new EnvelopedCms(new ContentInfo(content), new AlgorithmIdentifier(new Oid(TripleDesCbc)));
        cms.Encrypt(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, certificate));
        return Convert.ToBase64String(cms.Encode());
    }
}
