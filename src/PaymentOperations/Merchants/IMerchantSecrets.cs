using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Merchants;

/// <summary>Secrets from Key Vault, cached. Every method throws <see cref="SecretsUnavailableException"/> when there is nothing to serve, not even a stale value.</summary>
public interface IMerchantSecrets
{
    /// <summary>The merchant's API keys (secret <c>{merchantId}-api-keys</c>).</summary>
    ValueTask<IReadOnlyList<ApiKey>> GetApiKeysAsync(MerchantId merchantId, CancellationToken cancellationToken);

    /// <summary>The merchant with everything that the 2C2P client needs (secrets <c>{merchantId}-secret-key</c> and, for PKCS#7, <c>{merchantId}-private-key</c> and <c>gateway-certificate</c>).</summary>
    ValueTask<PaymentActionMerchant> GetGatewayMerchantAsync(Merchant merchant, CancellationToken cancellationToken);

    /// <summary>The current ledger data key.</summary>
    ValueTask<LedgerDataKey> GetLedgerDataKeyAsync(CancellationToken cancellationToken);

    /// <summary>The ledger data key of the version that a row names.</summary>
    ValueTask<LedgerDataKey> GetLedgerDataKeyAsync(string version, CancellationToken cancellationToken);

    /// <summary>After a hash mismatch: reads the merchant's secret key again, at most once a minute. True when the key changed.</summary>
    ValueTask<bool> RefreshSecretKeyEarlyAsync(MerchantId merchantId, CancellationToken cancellationToken);

    /// <summary>Whether Key Vault answers, or its values are fresh in the cache; for the readiness probe.</summary>
    ValueTask<bool> IsReachableAsync(CancellationToken cancellationToken);
}
