using System.Diagnostics.Metrics;

namespace PaymentOperations.Merchants.Vault;

/// <summary>Counts how often Key Vault fails. No tag says which secret: the log does.</summary>
internal sealed class CountedSource(ISecretSource source, IMeterFactory meters) : ISecretSource
{
    private readonly Counter<long> _failures = meters
        .Create(OperationMetricNames.Meter)
        .CreateCounter<long>(
            OperationMetricNames.KeyVaultFailures,
            "{failure}",
            "Reads of Key Vault that failed or found no enabled secret."
        );

    public async Task<IReadOnlyList<VaultSecret>> NewestAsync(string name, CancellationToken cancellationToken)
    {
        var secrets = await CountedAsync(source.NewestAsync(name, cancellationToken));
        if (secrets.Count == 0)
            _failures.Add(1);
        return secrets;
    }

    public Task<VaultSecret> VersionAsync(string name, string version, CancellationToken cancellationToken) =>
        CountedAsync(source.VersionAsync(name, version, cancellationToken));

    private async Task<T> CountedAsync<T>(Task<T> reading)
    {
        try
        {
            return await reading;
        }
        catch
        {
            // Whoever asked handles it.
            _failures.Add(1);
            throw;
        }
    }
}
