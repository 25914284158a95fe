namespace PaymentOperations.Merchants.Vault;

/// <summary>Reads one fixed version as if it were the only one.</summary>
internal sealed class OneVersionSource(ISecretSource source, string secret, string version) : ISecretSource
{
    public async Task<IReadOnlyList<VaultSecret>> NewestAsync(string name, CancellationToken cancellationToken) =>
        [await source.VersionAsync(secret, version, cancellationToken)];

    public Task<VaultSecret> VersionAsync(string name, string version, CancellationToken cancellationToken) =>
        source.VersionAsync(secret, version, cancellationToken);
}
