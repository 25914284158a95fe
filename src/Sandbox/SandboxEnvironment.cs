using System.Globalization;
using Sandbox.Azurite;
using Sandbox.Files;
using Sandbox.Hosting;
using Sandbox.KeyVault;
using Sandbox.Processes;
using Sandbox.Webhooks;

namespace Sandbox;

/// <summary>Everything the app needs, running on 127.0.0.1: storage, vault, gateway, and the app itself. A fresh world each time, unless it is to be kept.</summary>
public sealed class SandboxEnvironment : IAsyncDisposable
{
    // Its host gives running functions 10 seconds, as in Azure, and the app 5 more to end.
    private static readonly TimeSpan AppGrace = TimeSpan.FromSeconds(25);

    private readonly Stack<IAsyncDisposable> _started = new();
    private readonly PortOwners _owners;
    private int _azuriteId;

    private SandboxEnvironment(SandboxOptions options)
    {
        Folder = SandboxFolder.Open(options.Folder, options.TimeProvider);
        Run = Folder.Run(options.Ports.App);
        _owners = new PortOwners(Folder, Run, options.Ports);
    }

    /// <summary>Keys and certificates.</summary>
    public SandboxFolder Folder { get; }

    /// <summary>Logs, and what is kept.</summary>
    public RunFolder Run { get; }

    /// <summary>Connection string of Azurite.</summary>
    public string StorageConnectionString { get; private set; } = "";

    /// <summary>The vault, with its switches.</summary>
    public KeyVaultEmulator Vault { get; private set; } = null!;

    /// <summary>The shops' receiver of webhooks.</summary>
    public ShopReceiver Receiver { get; private set; } = null!;

    /// <summary>2C2P's gateway, simulated.</summary>
    public HostedProgram Simulator { get; private set; } = null!;

    /// <summary>The app; its address has no <c>/api</c>.</summary>
    public HostedProgram App { get; private set; } = null!;

    /// <summary>Starts all parts and returns when they are ready.</summary>
    /// <exception cref="SandboxException">A port is taken, or a part did not start; whatever had been started is stopped again.</exception>
    public static async Task<SandboxEnvironment> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        var sandbox = new SandboxEnvironment(options);
        try
        {
            await sandbox.StartPartsAsync(options, cancellationToken);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops everything, the last started first.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var part))
            await part.DisposeAsync();
    }

    private async Task StartPartsAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        _owners.RefuseTakenPorts();
        if (options.Keep)
            Run.PrepareToKeep();
        var ports = options.Ports;
        var azurite = Started(
            await AzuriteProcess.StartAsync(
                new AzuriteOptions
                {
                    BlobPort = ports.Blob,
                    QueuePort = ports.Queue,
                    TablePort = ports.Table,
                    Location = options.Keep ? Run.Storage : null,
                },
                cancellationToken
            )
        );
        _azuriteId = azurite.Id;
        StorageConnectionString = azurite.ConnectionString;
        Vault = Started(await StartVaultAsync(options, cancellationToken));
        Receiver = Started(await ShopReceiver.StartAsync(cancellationToken));
        SandboxSecrets.Load(Vault, Folder, Receiver, Run.DataKey(options.Keep));
        await StorageSetup.CreateAsync(StorageConnectionString, cancellationToken);

        Simulator = Started(CreateSimulator(options));
        await Simulator.StartAsync(cancellationToken);
        App = Started(CreateApp(options));
        if (options.StartApp)
            await App.StartAsync(cancellationToken);
    }

    private Task<KeyVaultEmulator> StartVaultAsync(SandboxOptions options, CancellationToken cancellationToken) =>
        KeyVaultEmulator.StartAsync(
            new KeyVaultEmulatorOptions
            {
                Certificate = Folder.LoadVaultCertificate(),
                VaultPort = options.Ports.Vault,
                IdentityPort = options.Ports.Identity,
                TimeProvider = options.TimeProvider,
            },
            cancellationToken
        );

    private HostedProgram CreateSimulator(SandboxOptions options)
    {
        var address = Local(options.Ports.Simulator);
        string[] arguments =
        [
            "--urls",
            address.ToString(),
            "--parent-pid",
            OwnProcessId,
            "--gateway-pfx",
            Folder.GatewayPfx,
            "--gateway-pfx-password",
            SandboxFolder.PfxPassword,
            "--gateway-jose-pfx",
            Folder.GatewayJosePfx,
            .. SandboxMerchant.All.SelectMany(
                IEnumerable<string> (merchant) =>
                    ["--merchant-cert", $"{merchant.Id}={Folder.MerchantCertificatePem(merchant.Id)}"]
            ),
            .. SandboxMerchant
                .All.Where(merchant => merchant.SpeaksInTokens)
                .SelectMany(
                    IEnumerable<string> (merchant) =>
                        ["--merchant-jose-cert", $"{merchant.Id}={Folder.MerchantJoseCertificatePem(merchant.Id)}"]
                ),
            .. options.Keep ? ["--state", Run.Gateway] : Array.Empty<string>(),
            .. options.SimulatorArguments,
        ];
        var program = DotNetProgram.Run(StartedPrograms.Simulator, arguments);
        return new HostedProgram("The simulator", program, address, "_control/health", Run.Log("simulator"), RememberOwners);
    }

    private HostedProgram CreateApp(SandboxOptions options)
    {
        var address = Local(options.Ports.App);
        var settings = AppSettings.Create(options, Folder, Vault, Receiver, StorageConnectionString);
        settings["DEVELOPMENTHOST_PARENT_PID"] = OwnProcessId;
        var program = DotNetProgram.Run(StartedPrograms.App, "--urls", address.ToString()) with
        {
            Environment = settings,
            Grace = AppGrace,
        };
        return new HostedProgram("The app", program, address, "api/health/ready", Run.Log("app"), RememberOwners);
    }

    // After each start: a run that is killed at any moment leaves a record of what it had started.
    private void RememberOwners() => _owners.Remember(_azuriteId, Simulator?.ProcessId, App?.ProcessId);

    private static string OwnProcessId => Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    private static Uri Local(int port) => new($"http://127.0.0.1:{port}");

    private T Started<T>(T part)
        where T : IAsyncDisposable
    {
        _started.Push(part);
        return part;
    }
}
