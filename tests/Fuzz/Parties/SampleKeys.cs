using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Fuzz.Inputs;
using TwoC2P.Keys;

namespace Fuzz.Parties;

/// <summary>The keys of the vectors: a merchant's and a gateway's.</summary>
internal static class SampleKeys
{
    public const string Secret = "7jYcp4FxFdf0";

    public static readonly RSA MerchantJose = Pem("merchant.key.pem");
    public static readonly RSA GatewayJose = Pem("gateway.key.pem");
    public static readonly RSA Stranger = RSA.Create(2048);
    public static readonly X509Certificate2 MerchantCms = Pfx("merchant.pfx");
    public static readonly X509Certificate2 GatewayCms = Pfx("gateway.pfx");

    /// <summary>What the merchant holds.</summary>
    public static GatewayKeys OfMerchant { get; } = With(Secret, MerchantJose);

    /// <summary>What somebody else holds: 2C2P knows neither the secret nor the key.</summary>
    public static GatewayKeys OfStranger { get; } = With("not-the-secret", Stranger);

    private static GatewayKeys With(string secret, RSA signer) =>
        new()
        {
            SecretKeys = [new SecretKey("1", secret)],
            MerchantCertificates = [MerchantCms],
            GatewayCertificate = GatewayCms,
            Jose = new JoseKeys { Merchant = [new JoseKey("1", signer)], Gateway = [new JoseKey("1", PublicOf(GatewayJose))] },
        };

    public static RSA PublicOf(RSA key) => RSA.Create(key.ExportParameters(includePrivateParameters: false));

    private static RSA Pem(string name)
    {
        var key = RSA.Create();
        key.ImportFromPem(System.Text.Encoding.ASCII.GetString(Corpus.Key(name)));
        return key;
    }

    private static X509Certificate2 Pfx(string name) =>
        X509CertificateLoader.LoadPkcs12(Corpus.Key(name), "2c2p", X509KeyStorageFlags.EphemeralKeySet);
}
