using System.Security.Cryptography;
using TwoC2P.Keys;

namespace TwoC2P.Tests.Envelopes;

/// <summary>A merchant and a gateway of the new generation, each with two keys.</summary>
internal static class SampleJoseKeys
{
    public static readonly RSA Merchant = RSA.Create(2048);
    public static readonly RSA MerchantBefore = RSA.Create(2048);
    public static readonly RSA Gateway = RSA.Create(2048);
    public static readonly RSA GatewayBefore = RSA.Create(2048);
    public static readonly RSA Stranger = RSA.Create(2048);

    /// <summary>What the merchant holds.</summary>
    public static JoseKeys OfMerchant { get; } =
        new()
        {
            Merchant = [new JoseKey("m2", Merchant), new JoseKey("m1", MerchantBefore)],
            Gateway = [new JoseKey("g2", PublicOf(Gateway)), new JoseKey("g1", PublicOf(GatewayBefore))],
        };

    /// <summary>What the gateway holds: the same, seen from the other side.</summary>
    public static JoseKeys OfGateway(RSA? signer = null, RSA? reader = null) =>
        new() { Merchant = [new JoseKey("", signer ?? Gateway)], Gateway = [new JoseKey("", reader ?? PublicOf(Merchant))] };

    public static GatewayKeys AsGatewayKeys() => new() { SecretKeys = [], Jose = OfMerchant };

    public static RSA PublicOf(RSA key) => RSA.Create(key.ExportParameters(includePrivateParameters: false));
}
