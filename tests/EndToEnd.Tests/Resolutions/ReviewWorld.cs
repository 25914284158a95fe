using EndToEnd.Tests.Resolutions.Cases;
using EndToEnd.Tests.Worlds;
using Sandbox;

namespace EndToEnd.Tests.Resolutions;

/// <summary>A world of its own with <see cref="ReviewTimes"/>, in which all cases begin at once: together they take as long as the slowest of them.</summary>
public sealed class ReviewWorld : IAsyncLifetime
{
    private readonly Dictionary<string, Task<ReviewCourse>> courses = new(StringComparer.Ordinal);
    private SandboxEnvironment sandbox = null!;

    public ShopClient Shop { get; private set; } = null!;

    public GatewayControl Gateway { get; private set; } = null!;

    internal ReviewTables Tables { get; private set; } = null!;

    internal Uri App => sandbox.App.Address;

    public async ValueTask InitializeAsync()
    {
        var ports = World.FreeSandboxPorts();
        sandbox = await SandboxEnvironment.StartAsync(
            new SandboxOptions
            {
                Folder = Path.Combine(Path.GetTempPath(), $"review-{Environment.ProcessId}"),
                Ports = ports,
                SimulatorArguments = World.SimulatorArguments,
                AppSettings = ReviewTimes
                    .Settings.Concat(World.MerchantSettings(ports.Simulator))
                    .ToDictionary(StringComparer.Ordinal),
                StartApp = false,
            }
        );
        World.AddMerchants(sandbox);
        await sandbox.App.StartAsync();
        Shop = new ShopClient(sandbox.App.Address);
        Gateway = new GatewayControl(sandbox.Simulator.Address);
        Tables = new ReviewTables(sandbox.StorageConnectionString);
        foreach (var (name, review) in ReviewCases.All)
            courses[name] = ReviewCourse.RunAsync(this, review);
    }

    public async ValueTask DisposeAsync()
    {
        if (sandbox is null)
            return;

        await sandbox.DisposeAsync();
        Directory.Delete(sandbox.Folder.Path, recursive: true);
    }

    /// <summary>What became of a case.</summary>
    internal Task<ReviewCourse> CourseOfAsync(string name) => courses[name];
}
