using TwoC2P.Keys;

namespace PaymentOperations.Merchants.Vault;

internal sealed partial class OneMerchantsSecrets
{
    private readonly KeyChoice _secretKey = new();
    private readonly KeyChoice _joseKey = new();

    /// <summary>Both secret keys, the one to sign with first.</summary>
    public async Task<IReadOnlyList<SecretKey>> SecretKeysToUseAsync(CancellationToken cancellationToken) =>
        _secretKey.Order((await SecretKeys.GetAsync(cancellationToken)).Values, key => key.Version);

    /// <summary>Both keys of the new generation, the one to sign with first.</summary>
    public async Task<IReadOnlyList<JoseKey>> JoseKeysToUseAsync(CancellationToken cancellationToken) =>
        _joseKey.Order((await JoseKeys.GetAsync(cancellationToken)).Values, key => key.Version);

    /// <summary>2C2P does not use the secret key that was signed with.</summary>
    public async Task SignWithOtherSecretKeyAsync(GatewayKeys used, CancellationToken cancellationToken)
    {
        if (
            used.SecretKeys is [var signer, _]
            && await SecretKeys.GetAsync(cancellationToken) is { Previous: { } previous } known
        )
            _secretKey.Turn(known.Current.Version, previous.Version, signer.Version);
    }

    /// <summary>2C2P does not know the key of the new generation that was signed with.</summary>
    public async Task SignWithOtherJoseKeyAsync(GatewayKeys used, CancellationToken cancellationToken)
    {
        if (
            used.Jose?.Merchant is [var signer, _]
            && await JoseKeys.GetAsync(cancellationToken) is { Previous: { } previous } known
        )
            _joseKey.Turn(known.Current.Version, previous.Version, signer.Version);
    }

    /// <summary>Reads again what the merchant's messages are signed, opened and verified with.</summary>
    public async Task RefreshEarlyAsync(Merchant merchant, CancellationToken cancellationToken)
    {
        List<Task> refreshes = [];
        if (merchant.HasSecretKey)
            refreshes.Add(SecretKeys.RefreshEarlyAsync(cancellationToken).AsTask());
        if (merchant.NeedsCertificates)
            refreshes.Add(Certificates.RefreshEarlyAsync(cancellationToken).AsTask());
        if (merchant.NeedsJoseKeys)
            refreshes.AddRange([
                JoseKeys.RefreshEarlyAsync(cancellationToken).AsTask(),
                GatewayJoseKeys.RefreshEarlyAsync(cancellationToken).AsTask(),
            ]);
        await Task.WhenAll(refreshes);
    }
}
