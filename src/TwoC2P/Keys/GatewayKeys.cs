using System.Security.Cryptography.X509Certificates;

namespace TwoC2P.Keys;

/// <summary>What a merchant's messages are signed, encrypted and decrypted with. Imported once by the caller, not per request.</summary>
public sealed class GatewayKeys
{
    /// <summary>Secret keys, the current one first. Requests are signed with the first; answers may verify with any. A merchant of the new generation may have none.</summary>
    public required IReadOnlyList<SecretKey> SecretKeys { get; init; }

    /// <summary>The merchant's certificates with their private keys, the current one first; only PKCS#7 needs them.</summary>
    public IReadOnlyList<X509Certificate2> MerchantCertificates { get; init; } = [];

    /// <summary>2C2P's public certificate; only PKCS#7 needs it.</summary>
    public X509Certificate2? GatewayCertificate { get; init; }

    /// <summary>The keys of the new generation; only <see cref="Envelopes.EnvelopeKind.Jose"/> needs them.</summary>
    public JoseKeys? Jose { get; init; }
}
