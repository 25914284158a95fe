using System.Diagnostics;
using PaymentOperations.Operations;

namespace Benchmarks.Load;

/// <summary>The sweep with storage 5 ms away: what it costs when nothing is due, when thousands of rows are, and whether the history makes a difference.</summary>
internal static class SweepBenchmark
{
    private const int MostIdleRequests = 20;
    private const int Due = 5_000;
    private const int MostSeconds = 60;
    private const int SomeDue = 200;
    private const int Finished = 20_000;
    private static readonly TimeSpan AsInAzure = TimeSpan.FromMilliseconds(5);

    /// <summary>Measures and tells; false when the sweep costs more than it may.</summary>
    public static async Task<bool> RunAsync(Report report)
    {
        await using var azurite = new Testing.AzuriteServer();
        await azurite.InitializeAsync();
        await LoadWorld.CreateLayoutAsync(azurite.ConnectionString);
        await using var world = new LoadWorld(azurite.ConnectionString, AsInAzure);
        var planted = new Planted(azurite.ConnectionString, world.Merchant.Id);

        var hourly = await SweepAsync(world, planted);
        var idle = await SweepAsync(world, planted);
        await PlantDueAsync(planted, Due);
        Progress.Say($"{Due} rows are due");
        var full = await SweepAsync(world, planted);
        await planted.CheckNothingIsDueAsync(TimeProvider.System.GetUtcNow());
        await PlantDueAsync(planted, SomeDue);
        var young = await SweepAsync(world, planted);
        var idleBefore = await SweepAsync(world, planted);

        await planted.FinishedAsync(Finished, Yesterday, Finished / 40);
        Progress.Say($"{Finished} operations have ended");
        var idleLater = await SweepAsync(world, planted);
        await PlantDueAsync(planted, SomeDue);
        var old = await SweepAsync(world, planted);

        return report.Add(
                "sweep: nothing is due, 1 merchant",
                $"{idle.Requests} requests; once an hour, with the search for what is lost, {hourly.Requests}",
                $"{MostIdleRequests} requests in all",
                hourly.Requests <= MostIdleRequests
            )
            & report.Add(
                $"sweep: {Due} rows are due, storage {AsInAzure.TotalMilliseconds} ms away",
                $"{full.Seconds:F1} s, {(full.Requests - idleBefore.Requests) / (double)Due:F2} requests a row",
                $"{MostSeconds} s",
                full.Seconds <= MostSeconds
            )
            & report.Add(
                $"sweep: requests with {Finished} operations that have ended against none, nothing and {SomeDue} rows due",
                $"{(double)idleLater.Requests / idleBefore.Requests:F2} and {(double)old.Requests / young.Requests:F2} times",
                "1.00 times the requests",
                idleLater.Requests == idleBefore.Requests && old.Requests == young.Requests
            );
    }

    private static DateTimeOffset Yesterday => TimeProvider.System.GetUtcNow().AddDays(-1);

    private static Task PlantDueAsync(Planted planted, int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        return planted.OpenAsync(count, now.AddMinutes(-30), now.AddMinutes(-1));
    }

    private static async Task<(int Requests, double Seconds)> SweepAsync(LoadWorld world, Planted planted)
    {
        using var done = new CancellationTokenSource();
        var workers = planted.DrainQueueAsync(done.Token);
        var (before, began) = (world.Latency.Calls, Stopwatch.GetTimestamp());
        await world.Get<ISweep>().RunAsync(CancellationToken.None);
        var (requests, seconds) = (world.Latency.Calls - before, Stopwatch.GetElapsedTime(began).TotalSeconds);
        await done.CancelAsync();
        await workers;
        Progress.Say(FormattableString.Invariant($"a sweep: {requests} requests, {seconds:F2} s"));
        return (requests, seconds);
    }
}
