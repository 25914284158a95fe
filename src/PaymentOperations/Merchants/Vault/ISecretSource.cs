namespace PaymentOperations.Merchants.Vault;

/// <summary>Reads secrets, uncached.</summary>
internal interface ISecretSource
{
    /// <summary>The newest enabled versions, the current one first; at most two. Empty: there is no such secret.</summary>
    /// <exception cref="Azure.RequestFailedException">Key Vault refused or is down.</exception>
    Task<IReadOnlyList<VaultSecret>> NewestAsync(string name, CancellationToken cancellationToken);

    /// <summary>One version, however old.</summary>
    /// <exception cref="Azure.RequestFailedException">Key Vault refused or is down, or the version is missing or disabled.</exception>
    Task<VaultSecret> VersionAsync(string name, string version, CancellationToken cancellationToken);
}
