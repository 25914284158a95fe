using Operator.Tests;
using Sandbox.KeyVault;

[assembly: AssemblyFixture(typeof(IdentityServer))]

namespace Operator.Tests;

/// <summary>The managed-identity endpoint of the whole test process: DefaultAzureCredential finds it through the environment, which is one for all tests.</summary>
public sealed class IdentityServer : IAsyncLifetime
{
    private KeyVaultEmulator? emulator;

    public async ValueTask InitializeAsync()
    {
        emulator = await KeyVaultEmulator.StartAsync(new KeyVaultEmulatorOptions());
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", emulator.IdentityEndpointUri.ToString());
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", emulator.IdentityHeader);
    }

    public async ValueTask DisposeAsync()
    {
        if (emulator is not null)
            await emulator.DisposeAsync();
    }
}
