using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EndToEnd.Tests.Crashes.Proxy;
using EndToEnd.Tests.Security.Leaks;
using Sandbox;
using Sandbox.Files;
using Sandbox.Webhooks;
using Testing;

namespace EndToEnd.Tests.Worlds;

/// <summary>
/// Everything that a refund needs, once for all tests of this assembly: Azurite, the Key Vault emulator, the simulator and the app as processes of their own, with the workflow's times shortened. Tests stay apart by their
/// invoice numbers.
/// </summary>
public sealed class World : IAsyncLifetime
{
    private SandboxEnvironment? sandbox;
    private CuttingProxy? proxy;
    private TelemetryCollector? collector;

    public SandboxEnvironment Sandbox => sandbox ?? throw new InvalidOperationException("The world has not started.");

    public ShopClient Shop { get; private set; } = null!;

    public GatewayControl Gateway { get; private set; } = null!;

    public StorageView Storage { get; private set; } = null!;

    /// <summary>What the merchants that are told of events were told.</summary>
    public ShopReceiver Receiver { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        collector = await TelemetryCollector.StartAsync();
        Receiver = await ShopReceiver.StartAsync();
        var ports = SandboxUnderTest.Ports();
        var folder = Path.Combine(Path.GetTempPath(), $"e2e-{Environment.ProcessId}");
        var queues = new Upstream(Upstream.Queues, FreePorts.One(), new Uri($"http://127.0.0.1:{ports.Queue}"));
        // What is put on a queue may be gone before anybody looks: it is recorded on its way.
        proxy = await CuttingProxy.StartAsync([queues], SandboxFolder.Open(folder, TimeProvider.System).LoadVaultCertificate());
        sandbox = await SandboxEnvironment.StartAsync(
            new SandboxOptions
            {
                Folder = folder,
                Ports = ports,
                SimulatorArguments = SimulatorArguments,
                AppSettings = ShortTimes
                    .Concat(MerchantSettings(ports.Simulator))
                    .Concat(ToldMerchants.Settings(Receiver))
                    .Concat(TelemetryCollector.Settings)
                    .Append(new("AzureWebJobsStorage", ProxiedStorage.ConnectionString(ports, queues.ProxyPort)))
                    // Which reports there are is for the tests to say, at whatever hour they run.
                    .Append(new("AzureWebJobs__Reconcile__Disabled", "true"))
                    .ToDictionary(StringComparer.Ordinal),
                StartApp = false,
            }
        );
        await CompleteAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (sandbox is null)
            return;

        foreach (var told in ToldContent.Read(Receiver))
            Recorded.Add(told.Place, told.Bytes);
        List<Leak> leaks = [];
        try
        {
            leaks.AddRange(await LeakCheck.OfAsync(sandbox));
            leaks.AddRange(LeakCheck.OfRun());
        }
        finally
        {
            await EndAsync(sandbox);
        }

        LeakException.ThrowIfAny(leaks);
    }

    private async Task EndAsync(SandboxEnvironment ending)
    {
        await ending.DisposeAsync();
        await proxy!.DisposeAsync();
        await collector!.DisposeAsync();
        await Receiver.DisposeAsync();
        Recorded.Forget();
        Directory.Delete(ending.Folder.Path, recursive: true);
    }

    /// <summary>An invoice number that no other test uses.</summary>
    public static string NewInvoice() => $"E2E-{RandomNumberGenerator.GetHexString(12)}";

    internal static IReadOnlyList<string> SimulatorArguments { get; } =
    [
        "--seed",
        "none",
        "--void-cut-off",
        "none",
        "--notify-timeout-seconds",
        "60",
        .. WorldMerchant.All.SelectMany(
            IEnumerable<string> (merchant) =>
                ["--merchant", $"{merchant.Id}={merchant.SecretKey}", .. MerchantKeys.ArgumentsOf(merchant)]
        ),
    ];

    /// <summary>The same order of times as in Azure, minutes become seconds.</summary>
    internal static IReadOnlyDictionary<string, string> ShortTimes { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OperationTimes__Claim"] = "00:00:04.500",
            ["OperationTimes__Skew"] = "00:00:00.500",
            ["OperationTimes__SendWindow"] = "00:00:01",
            ["OperationTimes__PostDeadline"] = "00:00:02",
            ["OperationTimes__VoidPostDeadline"] = "00:00:02",
            ["OperationTimes__CommitMargin"] = "00:00:01",
            ["OperationTimes__ReadDeadline"] = "00:00:03",
            // A busy build machine is not what these tests are about.
            ["OperationTimes__AcceptDeadline"] = "00:01:00",
            ["OperationTimes__AcceptInquiryDeadline"] = "00:00:02",
            ["OperationTimes__FirstMessageDelay"] = "00:00:00.100",
            ["OperationTimes__VoidMessageDelay"] = "00:00:06",
            ["OperationTimes__FirstCheck"] = "00:00:03",
            ["OperationTimes__PutOff"] = "00:00:01",
            ["OperationTimes__FirstWait"] = "00:00:01",
            ["OperationTimes__SecondWait"] = "00:00:01",
            ["OperationTimes__ThirdWait"] = "00:00:01",
            ["OperationTimes__LaterWait"] = "00:00:01",
            ["OperationTimes__LongestWait"] = "00:00:03",
            ["OperationTimes__GatewayBreak"] = "00:00:01",
            ["OperationTimes__AbsentApart"] = "00:00:01",
            // A person is asked after it, whatever a slow machine has still to find out.
            ["OperationTimes__Patience"] = "00:00:40",
            ["OperationTimes__SweepPause"] = "00:00:04",
            ["OperationTimes__SweepMargin"] = "00:00:02",
            ["OperationTimes__AbandonAfter"] = "00:10:00",
        };

    // Many tests at once ask with the same keys, as fast as they can: limits have tests of their own.
    private static readonly string[] Limits = ["Key", "Merchant", "Refused", "Unverified", "AllUnverified"];

    internal static IEnumerable<KeyValuePair<string, string>> MerchantSettings(int simulatorPort) =>
        WorldMerchant
            .All.SelectMany(merchant => SettingsOf(merchant, simulatorPort))
            .Concat(Limits.Select(limit => KeyValuePair.Create($"Limits__{limit}Burst", "1000000")));

    private static IEnumerable<KeyValuePair<string, string>> SettingsOf(WorldMerchant merchant, int simulatorPort) =>
        merchant
            .Settings.Append(KeyValuePair.Create("Environment", "sandbox"))
            .Append(KeyValuePair.Create("Envelope", merchant.Envelope))
            .Append(
                KeyValuePair.Create(
                    "Endpoint",
                    $"http://127.0.0.1:{simulatorPort}/2C2PFrontend/{Envelopes.PathOf(merchant.Envelope)}"
                )
            )
            .Select(setting => KeyValuePair.Create($"Merchants__{merchant.Id}__{setting.Key}", setting.Value));

    internal static void AddMerchants(SandboxEnvironment sandbox)
    {
        var vault = sandbox.Vault;
        foreach (var merchant in WorldMerchant.All)
        {
            vault.SetSecret($"{merchant.Id}-secret-key", merchant.SecretKey);
            vault.SetSecret($"{merchant.Id}-api-keys", ApiKeys(merchant));
            MerchantKeys.Add(vault, merchant, sandbox);
        }
    }

    private async Task CompleteAsync()
    {
        AddMerchants(Sandbox);
        ToldMerchants.AddSecrets(Sandbox.Vault, Receiver);
        await Sandbox.App.StartAsync();
        Shop = new ShopClient(Sandbox.App.Address);
        Gateway = new GatewayControl(Sandbox.Simulator.Address);
        Storage = new StorageView(Sandbox.StorageConnectionString);
    }

    private static string ApiKeys(WorldMerchant merchant) =>
        JsonSerializer.Serialize(
            new[]
            {
                new
                {
                    id = "tests",
                    sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(merchant.ApiKey))),
                    scopes = new[]
                    {
                        "payments:read",
                        "refunds:read",
                        "refunds:write",
                        "settlements:read",
                        "settlements:write",
                        "voids:read",
                        "voids:write",
                        "operations:read",
                        "operations:resolve",
                        "quarantine:read",
                        "events:read",
                        "events:write",
                        "reconciliations:read",
                        "reconciliations:write",
                        "installments:read",
                        "cards:read",
                        "cards:write",
                        "recurring-plans:read",
                        "recurring-plans:write",
                        "quickpay:read",
                        "quickpay:write",
                    },
                },
            }
        );
}
