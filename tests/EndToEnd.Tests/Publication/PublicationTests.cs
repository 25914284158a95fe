using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using DevelopmentHosting;
using EndToEnd.Tests.Security.Leaks;
using EndToEnd.Tests.Worlds;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Routing;
using Sandbox;
using Sandbox.Hosting;
using Testing;

namespace EndToEnd.Tests.Publication;

/// <summary>What is deployed, as it is deployed.</summary>
public sealed class PublicationTests(Package sut) : IClassFixture<Package>
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    [Theory]
    [InlineData("host.json")]
    [InlineData("Functions.dll")]
    [InlineData("Functions.runtimeconfig.json")]
    [InlineData("extensions.json")]
    [InlineData("worker.config.json")]
    [InlineData(".azurefunctions/function.deps.json")]
    [InlineData(".azurefunctions/Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader.dll")]
    [InlineData(".azurefunctions/Microsoft.Azure.WebJobs.Extensions.Storage.Queues.dll")]
    public void It_has_what_the_platform_needs(string file) => sut.Files.ShouldContain(file);

    [Theory]
    [InlineData("local.settings")]
    [InlineData("DevelopmentHost")]
    [InlineData("Functions.Local")]
    [InlineData("Yarp")]
    [InlineData("Sandbox")]
    [InlineData("Simulator")]
    [InlineData("Operator")]
    public void It_has_nothing_that_is_for_laptops(string part) =>
        sut.Files.ShouldAllBe(file => !file.Contains(part, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Its_worker_is_started_with_dotnet_and_lists_its_functions_itself()
    {
        var worker = JsonNode.Parse(sut.Read("worker.config.json"))!["description"]!;

        worker["defaultExecutablePath"]!.ToString().ShouldBe("dotnet");
        worker["defaultWorkerPath"]!.ToString().ShouldBe("Functions.dll");
        worker["workerIndexing"]!.ToString().ShouldBe("true");
    }

    [Fact]
    public void Its_metadata_name_every_function()
    {
        var listed = JsonNode.Parse(sut.Read("functions.metadata"))!.AsArray().Select(one => one!["name"]!.ToString());
        var written = typeof(RouteTable)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>();

        listed.ShouldBe(written, ignoreOrder: true);
        listed.ShouldContain("RunRefunds");
    }

    [Theory]
    [InlineData("Functions.dll")]
    [InlineData("PaymentOperations.dll")]
    [InlineData("TwoC2P.dll")]
    public void Its_code_is_compiled_ahead(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(sut.Folder, assembly)));

        file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Its_process_runs_a_refund_to_the_end()
    {
        var ports = SandboxUnderTest.Ports();
        var options = new SandboxOptions
        {
            Folder = sut.SandboxFolder,
            Ports = ports,
            SimulatorArguments = World.SimulatorArguments,
            AppSettings = World
                .ShortTimes.Concat(World.MerchantSettings(ports.Simulator))
                // What it printed would be among the tests' own output, where nobody looks for secrets.
                .Append(new("Logging__LogLevel__Default", "None"))
                .Concat(TelemetryCollector.Settings)
                .ToDictionary(StringComparer.Ordinal),
            StartApp = false,
        };
        await using var sandbox = await SandboxEnvironment.StartAsync(options);
        World.AddMerchants(sandbox);

        await using var host = await StartAsync(options, sandbox);
        var shop = new ShopClient(host.Address);
        var gateway = new GatewayControl(sandbox.Simulator.Address);
        var invoiceNo = await gateway.CreateAsync(Merchant, 100.00m);
        var accepted = await shop.RefundAsync(Merchant, invoiceNo, 10.00m);
        await shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");
        await host.StopAsync();

        (await gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem()["amount"]!.ToString().ShouldBe("10.00");
        (await host.Completion).ShouldBe(0);
        (await LeakCheck.OfAsync(sandbox)).ShouldBeEmpty();
    }

    private Task<DevelopmentHost> StartAsync(SandboxOptions options, SandboxEnvironment sandbox) =>
        DevelopmentHost.StartProcessAsync(
            Path.Combine(sut.Folder, "Functions.dll"),
            new()
            {
                Url = $"http://127.0.0.1:{options.Ports.App}",
                Settings = AppSettings
                    .Create(options, sandbox.Folder, sandbox.Vault, sandbox.Receiver, sandbox.StorageConnectionString)
                    .ToDictionary(setting => setting.Key, string? (setting) => setting.Value),
            }
        );
}
