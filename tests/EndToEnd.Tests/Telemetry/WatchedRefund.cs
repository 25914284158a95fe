using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using DevelopmentHosting;
using EndToEnd.Tests.Security.Leaks;
using EndToEnd.Tests.Worlds;
using Microsoft.Extensions.DependencyInjection;
using PaymentGateway.Http.Routing;
using PaymentOperations;
using Sandbox;
using Sandbox.Hosting;
using Testing;
using Testing.Telemetry;

namespace EndToEnd.Tests.Telemetry;

/// <summary>
/// A refund to a bank account, from the shop's request to 2C2P's callback, and a request that is refused, in an app whose telemetry is kept. The app runs inside this process and has stopped when the tests begin.
/// </summary>
public sealed class WatchedRefund : IAsyncLifetime
{
    internal static SeededAccount Account { get; } = Seeds.Account();

    internal static string CardNumber { get; } = Seeds.Card();

    internal static WorldMerchant Merchant => WorldMerchant.Plain;

    internal Exported Exported { get; } = new();

    public string InvoiceNo { get; private set; } = "";

    public string OperationId { get; private set; } = "";

    /// <summary>The shop's own trace.</summary>
    public ActivityTraceId Trace { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var ports = SandboxUnderTest.Ports();
        var options = new SandboxOptions
        {
            Folder = Path.Combine(Path.GetTempPath(), $"watched-{Environment.ProcessId}"),
            Ports = ports,
            SimulatorArguments = World.SimulatorArguments,
            AppSettings = World
                .ShortTimes.Concat(World.MerchantSettings(ports.Simulator))
                .Append(new("Logging__LogLevel__Default", "Trace"))
                .Append(new("Logging__Console__LogLevel__Default", "None"))
                .ToDictionary(StringComparer.Ordinal),
            StartApp = false,
        };
        await using (var sandbox = await SandboxEnvironment.StartAsync(options))
        {
            World.AddMerchants(sandbox);
            await using var app = await StartAppAsync(options, sandbox);
            using var metrics = new MetricRecorder(app.Services.GetRequiredService<IMeterFactory>());
            await PlayAsync(new ShopClient(app.Address), new GatewayControl(sandbox.Simulator.Address));
            await Eventually.IsTrueAsync(() => metrics.Of(OperationMetricNames.CallbackReceived).Count > 0);
            await Eventually.IsTrueAsync(() => metrics.Read(OperationMetricNames.NeedsReview).Count > 0);
            await app.DisposeAsync();
            LeakException.ThrowIfAny(await LeakCheck.OfAsync(sandbox));
        }

        foreach (var text in Exported.Texts())
            Recorded.Add("telemetry of the watched app", text);
        Directory.Delete(options.Folder, recursive: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<DevelopmentHost> StartAppAsync(SandboxOptions options, SandboxEnvironment sandbox)
    {
        var settings = AppSettings.Create(
            options,
            sandbox.Folder,
            sandbox.Vault,
            sandbox.Receiver,
            sandbox.StorageConnectionString
        );
        // DefaultAzureCredential reads the process's own environment. The other worlds' apps are processes with their own.
        foreach (var name in (string[])["IDENTITY_ENDPOINT", "IDENTITY_HEADER"])
            Environment.SetEnvironmentVariable(name, settings[name]);
        return DevelopmentHost.StartAsync(
            typeof(RouteTable).Assembly,
            new()
            {
                Url = $"http://127.0.0.1:{options.Ports.App}",
                Settings = settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value),
                ConfigureServices = Exported.Collect,
            }
        );
    }

    private async Task PlayAsync(ShopClient shop, GatewayControl gateway)
    {
        InvoiceNo = await gateway.CreateAsync(Merchant, 100.00m, channel: "apm");
        // The shop does not record its own trace, and says so in its traceparent.
        using (var request = new Activity("shop") { ActivityTraceFlags = ActivityTraceFlags.None }.Start())
        {
            Trace = request.TraceId;
            OperationId = (await shop.PostAsync(Merchant, "refunds", Refund(), ShopClient.NewKey()))["id"]!;
        }

        await shop.WaitForAsync(Merchant, OperationId, "pending");
        await gateway.CommandAsync("transactions/refunds/finish", Merchant, InvoiceNo);
        await shop.WaitForAsync(Merchant, OperationId, "succeeded");

        await shop.PostAsync(Merchant, "refunds", CardInAWrongPlace(), ShopClient.NewKey());
        await shop.GetAsync(Merchant, $"payments?invoiceNo={CardNumber}");
    }

    private string Refund() =>
        new JsonObject
        {
            ["invoiceNo"] = InvoiceNo,
            ["amount"] = 10.00m,
            ["bankAccount"] = Account.ToJson(),
        }.ToJsonString();

    private static string CardInAWrongPlace() =>
        new JsonObject
        {
            ["invoiceNo"] = CardNumber,
            ["amount"] = 1.00m,
            ["reason"] = $"card {CardNumber}",
            [CardNumber] = Account.Number,
        }.ToJsonString();
}
