using TwoC2P;
using TwoC2P.Merchants;

namespace PaymentOperations.Merchants;

/// <summary>Secrets from Key Vault, cached. Every method throws <see cref="SecretsUnavailableException"/> when there is nothing to serve, not even a stale value.</summary>
public interface IMerchantSecrets
{
    /// <summary>The merchant's API keys (secret <c>{merchantId}-api-keys</c>).</summary>
    ValueTask<IReadOnlyList<ApiKey>> GetApiKeysAsync(MerchantId merchantId, CancellationToken cancellationToken);

    /// <summary>The merchant with everything that the 2C2P client needs (secrets <c>{merchantId}-secret-key</c>; for PKCS#7 <c>{merchantId}-private-key</c> and <c>gateway-certificate</c>; for Jose <c>{merchantId}-jose-key</c> and <c>{merchantId}-gateway-jose-key</c>).</summary>
    ValueTask<GatewayMerchant> GetGatewayMerchantAsync(Merchant merchant, CancellationToken cancellationToken);

    /// <summary>What the merchant's webhooks are signed with (the secret that its setting names), the current version first and the one before it second. Only for a merchant that has a webhook.</summary>
    ValueTask<IReadOnlyList<WebhookSecret>> GetWebhookSecretsAsync(MerchantId merchantId, CancellationToken cancellationToken);

    /// <summary>The current ledger data key.</summary>
    ValueTask<LedgerDataKey> GetLedgerDataKeyAsync(CancellationToken cancellationToken);

    /// <summary>The ledger data key of the version that a row names.</summary>
    ValueTask<LedgerDataKey> GetLedgerDataKeyAsync(string version, CancellationToken cancellationToken);

    /// <summary>After an answer that did not verify: reads again what verifies the merchant's answers (its secret key, 2C2P's public key), at most once a minute. True when a key changed.</summary>
    ValueTask<bool> RefreshSecretKeyEarlyAsync(MerchantId merchantId, CancellationToken cancellationToken);

    /// <summary>Whether Key Vault answers, or its values are fresh in the cache; for the readiness probe.</summary>
    ValueTask<bool> IsReachableAsync(CancellationToken cancellationToken);
}
