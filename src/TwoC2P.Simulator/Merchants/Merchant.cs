using System.Security.Cryptography.X509Certificates;

namespace TwoC2P.Simulator.Merchants;

/// <summary>A merchant as the gateway knows it. Not a record: a record would print its key.</summary>
internal sealed class Merchant(string id, string secretKey, X509Certificate2? certificate)
{
    public string Id { get; } = id;

    public string SecretKey { get; } = secretKey;

    /// <summary>What PKCS#7 answers are encrypted to; null until one is registered.</summary>
    public X509Certificate2? Certificate { get; } = certificate;
}
