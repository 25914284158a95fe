namespace Infra.Tests.Secrets;

/// <summary>What looks like a secret, stands in this repository and protects nothing.</summary>
internal static class PublicSecrets
{
    /// <summary>Texts, each with the reason. They may stand anywhere.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="] =
                "Azurite's, published by Microsoft",
            ["whsec_d2ViaG9va3Mgb2YgdGhlIHNhbmRib3gncyBKVDAx"] = "the sandbox's: it says so in Base64",
        };

    /// <summary>Files, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["tests/TwoC2P.Simulator.Tests/vectors/pkcs7/gateway.pfx"] = Vectors,
            ["tests/TwoC2P.Simulator.Tests/vectors/pkcs7/merchant.pfx"] = Vectors,
            ["tests/TwoC2P.Tests/Vectors/jose/answer.jose"] = Vectors,
            ["tests/TwoC2P.Tests/Vectors/jose/request.jose"] = Vectors,
            ["tests/TwoC2P.Tests/Vectors/jose/gateway.key.pem"] = Vectors,
            ["tests/TwoC2P.Tests/Vectors/jose/merchant.key.pem"] = Vectors,
            ["tests/TwoC2P.Tests/Vectors/pkcs7/gateway.pfx"] = Vectors,
            ["tests/TwoC2P.Tests/Vectors/pkcs7/merchant.pfx"] = Vectors,
        };

    private const string Vectors = "a vector, or the key that it was made with; used nowhere else";
}
