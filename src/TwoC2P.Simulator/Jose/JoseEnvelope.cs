using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Merchants;

namespace TwoC2P.Simulator.Jose;

/// <summary>JWS(JWE(XML)), the envelope of <c>PaymentAction/2.0/action</c>. The signature stands for the hash: answers have no hashValue.</summary>
internal sealed class JoseEnvelope(GatewayKeyPair gateway, MerchantKeys merchants) : IEnvelope
{
    private readonly Lazy<RSA> _nobodys = new(() => RSA.Create(2048));

    public EnvelopeKind Kind => EnvelopeKind.Jose;

    /// <inheritdoc />
    public byte[]? Open(string text) =>
        Jws.PayloadOf(text) is { } sealedText && gateway.Reading.GetRSAPrivateKey() is { } key
            ? Jwe.Decrypt(sealedText, key)
            : null;

    /// <summary>Whether the merchant's default key signed it; a request that names a key by <c>kid</c> has to name that one.</summary>
    public bool IsSignedBy(string merchantId, string text) =>
        merchants.DefaultOf(merchantId) is { } key
        && (Jws.KeyIdOf(text) is not { } named || named == key.Name)
        && Jws.IsSignedWith(text, key.Key);

    public bool CanCloseFor(Merchant merchant) => merchants.ReaderOf(merchant.Id) is not null;

    /// <inheritdoc />
    public string Close(string xml, Merchant? merchant, string? secretKey)
    {
        var reader = merchant is null ? null : merchants.ReaderOf(merchant.Id);
        if (merchant is null || reader is null)
            throw new InvalidOperationException("Only what a known merchant has signed is answered.");
        var content = Jwe.Encrypt(Encoding.UTF8.GetBytes(WithoutHash(xml)), reader.Key);
        if (secretKey is null)
            return Jws.Unsecured(content);
        return Jws.Sign(content, secretKey == merchant.SecretKey ? gateway.Signing.GetRSAPrivateKey()! : _nobodys.Value);
    }

    private static string WithoutHash(string xml)
    {
        var document = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        document.Element("hashValue")?.Remove();
        return document.ToString(SaveOptions.DisableFormatting);
    }
}
