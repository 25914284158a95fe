using Sandbox.Azurite;
using Xunit;

namespace Testing;

/// <summary>One Azurite in memory for a whole test assembly: <c>[assembly: AssemblyFixture(typeof(AzuriteServer))]</c>.</summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    private AzuriteProcess? _process;

    public string ConnectionString =>
        _process?.ConnectionString
        ?? throw new InvalidOperationException("Azurite has not been started: await InitializeAsync() first.");

    public async ValueTask InitializeAsync() => _process = await AzuriteProcess.StartAsync(new AzuriteOptions());

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
    }
}
