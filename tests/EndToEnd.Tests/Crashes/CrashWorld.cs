using System.Security.Cryptography.X509Certificates;
using EndToEnd.Tests.Crashes.Proxy;
using EndToEnd.Tests.Security.Leaks;
using EndToEnd.Tests.Worlds;
using Sandbox;
using Sandbox.Files;
using Testing;

namespace EndToEnd.Tests.Crashes;

/// <summary>A world whose app reaches everything through a <see cref="CuttingProxy"/>, and can be killed and started again.</summary>
public sealed class CrashWorld : IAsyncLifetime
{
    private static int count;

    private readonly string folder = Path.Combine(
        Path.GetTempPath(),
        $"crash-{Environment.ProcessId}-{Interlocked.Increment(ref count)}"
    );
    private readonly Stack<IAsyncDisposable> parts = new();
    private SandboxEnvironment sandbox = null!;
    private X509Certificate2 certificate = null!;
    private CuttingProxy proxy = null!;

    public ShopClient Shop { get; private set; } = null!;

    public GatewayControl Gateway { get; private set; } = null!;

    internal StoredLedger Ledger { get; private set; } = null!;

    internal string Logs => File.ReadAllText(sandbox.App.LogPath);

    public async ValueTask InitializeAsync()
    {
        var ports = SandboxUnderTest.Ports();
        var behind = FreePorts.Many(6);
        Upstream[] upstreams =
        [
            new(Upstream.Queues, behind[0], Local(ports.Queue)),
            new(Upstream.Tables, behind[1], Local(ports.Table)),
            new(Upstream.Gateway, behind[2], Local(ports.Simulator)),
            new(Upstream.Vault, behind[3], new Uri($"https://127.0.0.1:{ports.Vault}")),
            new(Upstream.Identity, behind[4], Local(ports.Identity)),
        ];
        certificate = SandboxFolder.Open(folder, TimeProvider.System).LoadVaultCertificate();
        proxy = await CuttingProxy.StartAsync(upstreams, certificate);
        parts.Push(proxy);
        sandbox = await SandboxEnvironment.StartAsync(
            new SandboxOptions
            {
                Folder = folder,
                Ports = ports,
                SimulatorArguments = World.SimulatorArguments,
                AppSettings = CrashTimes
                    .Settings.Concat(World.MerchantSettings(simulatorPort: behind[2]))
                    .Concat(ThroughTheProxy(behind, ports))
                    .Concat(TelemetryCollector.Settings)
                    .ToDictionary(StringComparer.Ordinal),
                StartApp = false,
            }
        );
        parts.Push(sandbox);
        World.AddMerchants(sandbox);
        await sandbox.App.StartAsync();
        Shop = new ShopClient(sandbox.App.Address);
        Gateway = new GatewayControl(sandbox.Simulator.Address);
        Ledger = new StoredLedger(sandbox.StorageConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        if (Ledger is null)
            await EndAsync();
        else
            await LeakCheck.EndAsync(sandbox, EndAsync);
    }

    private async Task EndAsync()
    {
        // One that did not start altogether says why it did not, and nothing else.
        while (parts.TryPop(out var part))
            await part.DisposeAsync();
        certificate?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    internal void Follow(Trail? trail) => proxy.Follow(trail);

    /// <summary>Kills the app (SIGKILL). What the trail holds never goes on, and from now on everything passes.</summary>
    internal async Task KillAsync(Trail? trail = null)
    {
        await sandbox.App.KillAsync();
        proxy.Follow(null);
        trail?.Release();
    }

    /// <summary>Stops the app in good order (SIGTERM).</summary>
    internal async Task<int> StopAsync()
    {
        await sandbox.App.StopAsync();
        return sandbox.App.ExitCode;
    }

    /// <summary>Starts the app again.</summary>
    internal Task StartAsync() => sandbox.App.StartAsync();

    /// <summary>A process that has read no secret yet but what readiness needs.</summary>
    internal async Task BeginAfreshAsync()
    {
        await sandbox.App.KillAsync();
        await sandbox.App.StartAsync();
    }

    private static IEnumerable<KeyValuePair<string, string>> ThroughTheProxy(int[] behind, SandboxPorts ports) =>
        [
            new("AzureWebJobsStorage", ProxiedStorage.ConnectionString(ports, behind[0], behind[1])),
            new("KeyVault__Uri", $"https://127.0.0.1:{behind[3]}"),
            new("IDENTITY_ENDPOINT", $"http://127.0.0.1:{behind[4]}/msi/token"),
        ];

    private static Uri Local(int port) => new($"http://127.0.0.1:{port}");
}
