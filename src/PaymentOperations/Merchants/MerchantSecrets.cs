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

    public async ValueTask<GatewayMerchant?> FindOtherKeysAsync(
        Merchant merchant,
        GatewayMerchant used,
        KeyDoubt doubt,
        CancellationToken cancellationToken
    )
    {
        var secrets = Of(merchant.Id);
        if (doubt is KeyDoubt.None)
            return null;
        if (doubt is KeyDoubt.SignedWithOther)
            await secrets.SignWithOtherSecretKeyAsync(used.Keys, cancellationToken);
        else
            await secrets.RefreshEarlyAsync(merchant, cancellationToken);

        var now = await GetGatewayMerchantAsync(merchant, cancellationToken);
        if (doubt is KeyDoubt.SignerUnknown && KeyComparison.AreSame(used.Keys, now.Keys))
        {
            await secrets.SignWithOtherJoseKeyAsync(used.Keys, cancellationToken);
            now = await GetGatewayMerchantAsync(merchant, cancellationToken);
        }

        return KeyComparison.AreSame(used.Keys, now.Keys) ? null : now;
    }

    public async ValueTask<SecretsHealth> CheckAsync(CancellationToken cancellationToken)
    {
        if (!await _ledgerKeys.IsKnownAsync(cancellationToken))
            return SecretsHealth.Unavailable;

        IWatchedSecret[] all = [_ledgerKeys.Watched, _gatewayCertificate, .. _merchants.Values.SelectMany(one => one.All)];
        var troubled = all.Where(secret => secret.IsTroubled).ToList();
        foreach (var secret in troubled)
            secret.Recheck();
        return troubled.Count > 0 ? SecretsHealth.Stale : SecretsHealth.Good;
    }

    private async Task<GatewayKeys> GatewayKeysAsync(Merchant merchant, CancellationToken cancellationToken)
    {
        var secrets = Of(merchant.Id);
        var certificates = merchant.NeedsCertificates;
        return new GatewayKeys
        {
            SecretKeys = merchant.HasSecretKey ? await secrets.SecretKeysToUseAsync(cancellationToken) : [],
            MerchantCertificates = certificates ? (await secrets.Certificates.GetAsync(cancellationToken)).Values : [],
            GatewayCertificate = certificates ? (await _gatewayCertificate.GetAsync(cancellationToken)).Current.Value : null,
            Jose = merchant.NeedsJoseKeys
                ? new JoseKeys
                {
                    Merchant = await secrets.JoseKeysToUseAsync(cancellationToken),
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
