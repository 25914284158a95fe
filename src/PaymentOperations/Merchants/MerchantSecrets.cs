using System.Collections.Frozen;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants.Vault;
using TwoC2P;
using TwoC2P.Keys;
using TwoC2P.Merchants;

namespace PaymentOperations.Merchants;

/// <summary>Secrets from Key Vault for exactly the configured merchants: another id is a bug here, and never reaches Key Vault.</summary>
internal sealed class MerchantSecrets(
    IMerchants merchants,
    ISecretSource source,
    TimeProvider time,
    ILogger<MerchantSecrets> logger
) : IMerchantSecrets
{
    private readonly FrozenDictionary<MerchantId, OneMerchantsSecrets> _merchants = merchants.All.ToFrozenDictionary(
        merchant => merchant.Id,
        merchant => new OneMerchantsSecrets(merchant, source, time, logger)
    );

    private readonly CachedSecret<X509Certificate2> _gatewayCertificate = new(
        "gateway-certificate",
        Certificates.Pem,
        source,
        time,
        logger
    );
    private readonly LedgerKeys _ledgerKeys = new(source, time, logger);

    public async ValueTask<IReadOnlyList<ApiKey>> GetApiKeysAsync(MerchantId merchantId, CancellationToken cancellationToken) =>
        (await Of(merchantId).ApiKeys.GetAsync(cancellationToken)).Current.Value;

    public async ValueTask<GatewayMerchant> GetGatewayMerchantAsync(Merchant merchant, CancellationToken cancellationToken) =>
        new()
        {
            MerchantId = merchant.Id,
            Endpoint = merchant.Endpoint,
            Envelope = merchant.Envelope,
            Version = merchant.Version,
            TimeZone = merchant.TimeZone,
            Protocol = merchant.Protocol,
            Shadow = merchant.Shadow,
            SendsIdempotencyId = merchant.SendsIdempotencyId,
            Keys = await GatewayKeysAsync(merchant, cancellationToken),
        };

    public async ValueTask<IReadOnlyList<WebhookSecret>> GetWebhookSecretsAsync(
        MerchantId merchantId,
        CancellationToken cancellationToken
    ) => (await Of(merchantId).WebhookSecrets!.GetAsync(cancellationToken)).Values;

    public ValueTask<LedgerDataKey> GetLedgerDataKeyAsync(CancellationToken cancellationToken) =>
        _ledgerKeys.CurrentAsync(cancellationToken);

    public ValueTask<LedgerDataKey> GetLedgerDataKeyAsync(string version, CancellationToken cancellationToken) =>
        _ledgerKeys.VersionAsync(version, cancellationToken);

    public async ValueTask<bool> RefreshSecretKeyEarlyAsync(MerchantId merchantId, CancellationToken cancellationToken)
    {
        var merchant = merchants.Find(merchantId.Text)!;
        var secrets = Of(merchantId);
        var isNewSecret = merchant.HasSecretKey && await secrets.SecretKeys.RefreshEarlyAsync(cancellationToken);
        var isNewKey = merchant.NeedsJoseKeys && await secrets.GatewayJoseKeys.RefreshEarlyAsync(cancellationToken);
        return isNewSecret || isNewKey;
    }

    public ValueTask<bool> IsReachableAsync(CancellationToken cancellationToken) =>
        _ledgerKeys.IsReachableAsync(cancellationToken);

    private async Task<GatewayKeys> GatewayKeysAsync(Merchant merchant, CancellationToken cancellationToken)
    {
        var secrets = Of(merchant.Id);
        var certificates = merchant.NeedsCertificates;
        return new GatewayKeys
        {
            SecretKeys = merchant.HasSecretKey ? (await secrets.SecretKeys.GetAsync(cancellationToken)).Values : [],
            MerchantCertificates = certificates ? (await secrets.Certificates.GetAsync(cancellationToken)).Values : [],
            GatewayCertificate = certificates ? (await _gatewayCertificate.GetAsync(cancellationToken)).Current.Value : null,
            Jose = merchant.NeedsJoseKeys
                ? new JoseKeys
                {
                    Merchant = (await secrets.JoseKeys.GetAsync(cancellationToken)).Values,
                    Gateway = (await secrets.GatewayJoseKeys.GetAsync(cancellationToken)).Values,
                    KeyId = merchant.JoseKeyId,
                }
                : null,
        };
    }

    private OneMerchantsSecrets Of(MerchantId id) =>
        _merchants.GetValueOrDefault(id)
        ?? throw new ArgumentException("The merchant is not configured; ask IMerchants first.", nameof(id));
}
