using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using TwoC2P.Signing;

namespace PaymentOperations.Merchants.Vault;

/// <summary>The cached secrets of one configured merchant.</summary>
internal sealed class OneMerchantsSecrets(string merchantId, ISecretSource source, TimeProvider time, ILogger logger)
{
    public CachedSecret<IReadOnlyList<ApiKey>> ApiKeys { get; } =
        new($"{merchantId}-api-keys", ApiKeyList.Parse, source, time, logger);

    public CachedSecret<SecretKey> SecretKeys { get; } = new($"{merchantId}-secret-key", ParseSecretKey, source, time, logger);

    public CachedSecret<X509Certificate2> Certificates { get; } =
        new($"{merchantId}-private-key", Vault.Certificates.Pfx, source, time, logger);

    // 2C2P's key is used as text; a line feed that an editor left at its end is not part of it.
    private static SecretKey? ParseSecretKey(VaultSecret secret) =>
        secret.Value.Trim() is { Length: > 0 } key ? new SecretKey(secret.Version, key) : null;
}
