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

    /// <summary>
    /// After something of 2C2P's that makes one doubt the keys: reads again what the merchant's messages are opened, verified and signed with, at most once a minute and secret, or chooses the other of two keys to sign with.
    /// </summary>
    /// <param name="merchant">Whose.</param>
    /// <param name="used">What was used.</param>
    /// <param name="doubt">What makes one doubt.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The merchant with other keys than were used; null: there are none.</returns>
    ValueTask<GatewayMerchant?> FindOtherKeysAsync(
        Merchant merchant,
        GatewayMerchant used,
        KeyDoubt doubt,
        CancellationToken cancellationToken
    );

    /// <summary>How the secrets are; for the readiness probe.</summary>
    ValueTask<SecretsHealth> CheckAsync(CancellationToken cancellationToken);
}
