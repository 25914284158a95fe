using PaymentOperations.Merchants.Vault;

namespace PaymentOperations.Tests.Merchants;

/// <summary>Reads the emulator with the real client, when it is let.</summary>
internal sealed class HeldSource(ISecretSource source) : ISecretSource
{
    private volatile TaskCompletionSource? _gate;

    /// <summary>Lets no reading go on until the result is disposed of.</summary>
    public IDisposable Hold()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _gate = gate;
        return new Released(this, gate);
    }

    public async Task<IReadOnlyList<VaultSecret>> NewestAsync(string name, CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        return await source.NewestAsync(name, cancellationToken);
    }

    public async Task<VaultSecret> VersionAsync(string name, string version, CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        return await source.VersionAsync(name, version, cancellationToken);
    }

    private Task WaitAsync(CancellationToken cancellationToken) =>
        _gate is { } gate ? gate.Task.WaitAsync(cancellationToken) : Task.CompletedTask;

    private sealed class Released(HeldSource source, TaskCompletionSource gate) : IDisposable
    {
        public void Dispose()
        {
            source._gate = null;
            gate.TrySetResult();
        }
    }
}
