using System.Text;
using PaymentOperations.Merchants;
using TwoC2P;
using TwoC2P.Keys;
using TwoC2P.Merchants;

namespace PaymentOperations.Tests.Support;

/// <summary>Secrets without a vault.</summary>
internal sealed class TestSecrets : IMerchantSecrets
{
    /// <summary>Versions of the ledger data key, the current one last.</summary>
    public List<string> DataKeys { get; } = ["v1"];

    /// <summary>What webhooks are signed with, the current one first.</summary>
    public List<WebhookSecret> WebhookSecrets { get; } = [new($"whsec_{Convert.ToBase64String(new byte[32])}")];

    public bool IsDown { get; set; }

    /// <summary>A vault for the keys of calls and callbacks all the same; null: they never change.</summary>
    public IMerchantSecrets? Vault { get; set; }

    /// <summary>What the readiness probe is told.</summary>
    public SecretsHealth Health { get; set; }

    /// <summary>The keys of merchants that speak the new generation.</summary>
    public Func<Merchant, JoseKeys?> Jose { get; init; } = static _ => null;

    public ValueTask<IReadOnlyList<ApiKey>> GetApiKeysAsync(MerchantId merchantId, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ApiKey>>([]);

    public ValueTask<GatewayMerchant> GetGatewayMerchantAsync(Merchant merchant, CancellationToken cancellationToken) =>
        Vault?.GetGatewayMerchantAsync(merchant, cancellationToken)
        ?? ValueTask.FromResult(
            new GatewayMerchant
            {
                MerchantId = merchant.Id,
                Endpoint = merchant.Endpoint,
                Envelope = merchant.Envelope,
                Version = merchant.Version,
                TimeZone = merchant.TimeZone,
                Keys = new GatewayKeys { SecretKeys = [new SecretKey("v1", "test key of nobody")], Jose = Jose(merchant) },
            }
        );

    public ValueTask<IReadOnlyList<WebhookSecret>> GetWebhookSecretsAsync(
        MerchantId merchantId,
        CancellationToken cancellationToken
    ) =>
        IsDown
            ? throw new SecretsUnavailableException("webhook-secret", null)
            : ValueTask.FromResult<IReadOnlyList<WebhookSecret>>([.. WebhookSecrets]);

    public ValueTask<LedgerDataKey> GetLedgerDataKeyAsync(CancellationToken cancellationToken) =>
        GetLedgerDataKeyAsync(DataKeys[^1], cancellationToken);

    public ValueTask<LedgerDataKey> GetLedgerDataKeyAsync(string version, CancellationToken cancellationToken) =>
        IsDown
            ? throw new SecretsUnavailableException("ledger-data-key", null)
            : ValueTask.FromResult(new LedgerDataKey(version, Encoding.ASCII.GetBytes(version.PadRight(32, '.'))));

    public ValueTask<GatewayMerchant?> FindOtherKeysAsync(
        Merchant merchant,
        GatewayMerchant used,
        KeyDoubt doubt,
        CancellationToken cancellationToken
    ) => Vault?.FindOtherKeysAsync(merchant, used, doubt, cancellationToken) ?? ValueTask.FromResult<GatewayMerchant?>(null);

    public ValueTask<SecretsHealth> CheckAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Health);
}
