using Azure;
using Azure.Security.KeyVault.Secrets;

namespace PaymentOperations.Merchants.Vault;

/// <summary>Reads secrets from Key Vault.</summary>
internal sealed class KeyVaultSource(SecretClient client) : ISecretSource
{
    private const int Kept = 2;

    public async Task<IReadOnlyList<VaultSecret>> NewestAsync(string name, CancellationToken cancellationToken)
    {
        var newest = new List<VaultSecret>(Kept);
        foreach (var version in await EnabledVersionsAsync(name, cancellationToken))
            newest.Add(await VersionAsync(name, version, cancellationToken));
        return newest;
    }

    public async Task<VaultSecret> VersionAsync(string name, string version, CancellationToken cancellationToken)
    {
        var secret = await client.GetSecretAsync(name, version, cancellationToken: cancellationToken);
        return new VaultSecret(version, secret.Value.Value);
    }

    // Listing tells which versions are enabled: disabling the newest one is how an operator goes back to the one before.
    private async Task<IReadOnlyList<string>> EnabledVersionsAsync(string name, CancellationToken cancellationToken)
    {
        var versions = new List<SecretProperties>();
        try
        {
            await foreach (var version in client.GetPropertiesOfSecretVersionsAsync(name, cancellationToken))
                versions.Add(version);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // Known to be missing, which the caller tells apart from an outage.
            return [];
        }

        // The list has no order of its own.
        return
        [
            .. versions
                .Where(version => version.Enabled == true)
                .OrderByDescending(version => version.CreatedOn)
                .Take(Kept)
                .Select(version => version.Version),
        ];
    }
}
