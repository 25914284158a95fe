using PaymentOperations.Tests.Merchants;
using Sandbox.KeyVault;

[assembly: AssemblyFixture(typeof(IdentityServer))]

namespace PaymentOperations.Tests.Merchants;

/// <summary>
/// The managed-identity endpoint of the whole test process: DefaultAzureCredential finds it through the environment, which is
/// one for all tests, and every emulator takes the tokens of this one.
/// </summary>
public sealed class IdentityServer : IAsyncLifetime
{
    private KeyVaultEmulator? _emulator;

    public async ValueTask InitializeAsync()
    {
        _emulator = await KeyVaultEmulator.StartAsync(new KeyVaultEmulatorOptions());
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", _emulator.IdentityEndpointUri.ToString());
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", _emulator.IdentityHeader);
    }

    public async ValueTask DisposeAsync()
    {
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }
}
