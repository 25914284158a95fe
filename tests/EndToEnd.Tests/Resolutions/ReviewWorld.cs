using System.Runtime.CompilerServices;
using EndToEnd.Tests.Resolutions.Cases;
using EndToEnd.Tests.Security.Leaks;
using EndToEnd.Tests.Worlds;
using Sandbox;
using Testing;

namespace EndToEnd.Tests.Resolutions;

/// <summary>A world of its own with <see cref="ReviewTimes"/>, in which all cases begin at once: together they take as long as the slowest of them.</summary>
public sealed class ReviewWorld : IAsyncLifetime
{
    private readonly Dictionary<string, Task<ReviewCourse>> courses = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1);
    private SandboxEnvironment sandbox = null!;

    public ShopClient Shop { get; private set; } = null!;

    public GatewayControl Gateway { get; private set; } = null!;

    internal ReviewTables Tables { get; private set; } = null!;

    internal StorageView Storage { get; private set; } = null!;

    internal Uri App => sandbox.App.Address;

    public async ValueTask InitializeAsync()
    {
        var ports = SandboxUnderTest.Ports();
        sandbox = await SandboxEnvironment.StartAsync(
            new SandboxOptions
            {
                Folder = Path.Combine(Path.GetTempPath(), $"review-{Environment.ProcessId}"),
                Ports = ports,
                SimulatorArguments = World.SimulatorArguments,
                AppSettings = ReviewTimes
                    .Settings.Concat(World.MerchantSettings(ports.Simulator))
                    .Concat(TelemetryCollector.Settings)
                    .ToDictionary(StringComparer.Ordinal),
                StartApp = false,
            }
        );
        World.AddMerchants(sandbox);
        await sandbox.App.StartAsync();
        Shop = new ShopClient(sandbox.App.Address);
        Gateway = new GatewayControl(sandbox.Simulator.Address);
        Tables = new ReviewTables(sandbox.StorageConnectionString);
        Storage = new StorageView(sandbox.StorageConnectionString);
        foreach (var (name, review) in ReviewCases.All)
            courses[name] = ReviewCourse.RunAsync(this, review);
    }

    public async ValueTask DisposeAsync()
    {
        turn.Dispose();
        if (sandbox is null)
            return;

        await LeakCheck.EndAsync(
            sandbox,
            async () =>
            {
                await sandbox.DisposeAsync();
                Directory.Delete(sandbox.Folder.Path, recursive: true);
            }
        );
    }

    /// <summary>Asks until the answer is as wanted. The cases take turns: thirty that ask at once would keep the machine from what they wait for.</summary>
    internal Task<T> UntilAsync<T>(
        Func<Task<T>> ask,
        Func<T, bool> isAsWanted,
        [CallerArgumentExpression(nameof(isAsWanted))] string text = ""
    ) =>
        Eventually.ResultAsync(
            async () =>
            {
                await turn.WaitAsync();
                try
                {
                    return await ask();
                }
                finally
                {
                    turn.Release();
                }
            },
            isAsWanted,
            text
        );

    /// <summary>Waits until an operation is as wanted.</summary>
    internal Task<Answer> UntilAsync(
        string operationId,
        Func<Answer, bool> isAsWanted,
        [CallerArgumentExpression(nameof(isAsWanted))] string text = ""
    ) => UntilAsync(() => Shop.GetAsync(ReviewStage.Merchant, $"operations/{operationId}"), isAsWanted, text);

    /// <summary>What became of a case.</summary>
    internal Task<ReviewCourse> CourseOfAsync(string name) => courses[name];
}
