using System.Collections.Frozen;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants.Vault;
using TwoC2P;
using TwoC2P.PaymentAction;

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

    public async ValueTask<PaymentActionMerchant> GetGatewayMerchantAsync(
        Merchant merchant,
        CancellationToken cancellationToken
    ) =>
        new()
        {
            MerchantId = merchant.Id,
            Endpoint = merchant.Endpoint,
            Envelope = merchant.Envelope,
            Version = merchant.Version,
            TimeZone = merchant.TimeZone,
            Protocol = merchant.Protocol,
            Keys = await GatewayKeysAsync(merchant, cancellationToken),
        };

    public ValueTask<LedgerDataKey> GetLedgerDataKeyAsync(CancellationToken cancellationToken) =>
        _ledgerKeys.CurrentAsync(cancellationToken);

    public ValueTask<LedgerDataKey> GetLedgerDataKeyAsync(string version, CancellationToken cancellationToken) =>
        _ledgerKeys.VersionAsync(version, cancellationToken);

    public ValueTask<bool> RefreshSecretKeyEarlyAsync(MerchantId merchantId, CancellationToken cancellationToken) =>
        Of(merchantId).SecretKeys.RefreshEarlyAsync(cancellationToken);

    public ValueTask<bool> IsReachableAsync(CancellationToken cancellationToken) =>
        _ledgerKeys.IsReachableAsync(cancellationToken);

    private async Task<GatewayKeys> GatewayKeysAsync(Merchant merchant, CancellationToken cancellationToken)
    {
        var secrets = Of(merchant.Id);
        var secretKeys = (await secrets.SecretKeys.GetAsync(cancellationToken)).Values;
        if (!merchant.NeedsCertificates)
            return new GatewayKeys { SecretKeys = secretKeys };

        return new GatewayKeys
        {
            SecretKeys = secretKeys,
            MerchantCertificates = (await secrets.Certificates.GetAsync(cancellationToken)).Values,
            GatewayCertificate = (await _gatewayCertificate.GetAsync(cancellationToken)).Current.Value,
        };
    }

    private OneMerchantsSecrets Of(MerchantId id) =>
        _merchants.GetValueOrDefault(id)
        ?? throw new ArgumentException("The merchant is not configured; ask IMerchants first.", nameof(id));
}
