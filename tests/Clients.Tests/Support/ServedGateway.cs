using Sandbox;
using Testing;
using Testing.Contract;

namespace Clients.Tests.Support;

/// <summary>The sandbox with its app, once for all tests: what a shop's client calls. Each test refunds a part of the same seeded payment.</summary>
public sealed class ServedGateway : IAsyncLifetime
{
    public const string MerchantId = "JT01";
    public const string ApiKey = "sandbox-JT01";
    public const string InvoiceNo = "INV-SETTLED-1";

    private SandboxEnvironment? _sandbox;

    /// <summary>Where the API is, ending in <c>/api/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A handler that fails a test at an answer that the contract does not describe.</summary>
    public static HttpMessageHandler NewHandler() => new ContractHandler(new SocketsHttpHandler { AllowAutoRedirect = false });

    public async ValueTask InitializeAsync()
    {
        var ports = FreePorts.Many(7);
        _sandbox = await SandboxEnvironment.StartAsync(
            new SandboxOptions
            {
                Folder = Path.Combine(Path.GetTempPath(), $"clients-{Environment.ProcessId}"),
                Ports = new SandboxPorts
                {
                    App = ports[0],
                    Simulator = ports[1],
                    Vault = ports[2],
                    Identity = ports[3],
                    Blob = ports[4],
                    Queue = ports[5],
                    Table = ports[6],
                },
            }
        );
        Address = new Uri(_sandbox.App.Address, "api/");
    }

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is null)
            return;

        await _sandbox.DisposeAsync();
        Directory.Delete(_sandbox.Folder.Path, recursive: true);
    }
}
