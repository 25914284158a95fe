using System.Diagnostics;
using PaymentOperations.Operations;
using TwoC2P;

namespace Benchmarks.Load;

/// <summary>Accepted refunds run to their end, as many at once as an instance of the host takes from a queue, against the same storage calls and waits bare.</summary>
internal static class DrainBenchmark
{
    private const double LeastThroughput = 0.95;
    private const int PerRound = 96;

    // host.json: a batch of 8, and the next when 4 are left.
    private const int AtOnce = 12;

    // A round at hand takes a second, and one as in Azure six.
    private static readonly (TimeSpan Storage, TimeSpan Gateway, int Rounds, int WarmUps)[] Distances =
    [
        (TimeSpan.Zero, TimeSpan.Zero, 9, 5),
        (TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(300), 5, 1),
    ];

    /// <summary>Measures and tells; false when runs are slower than they may be.</summary>
    public static async Task<bool> RunAsync(Report report)
    {
        await using var azurite = new Testing.AzuriteServer();
        await azurite.InitializeAsync();
        await LoadWorld.CreateLayoutAsync(azurite.ConnectionString);

        var isGood = true;
        foreach (var (storage, gateway, rounds, warmUps) in Distances)
        {
            await using var world = new LoadWorld(azurite.ConnectionString, storage, gateway);
            isGood &= await CompareAsync(report, world, rounds, warmUps);
        }

        return isGood;
    }

    private static async Task<bool> CompareAsync(Report report, LoadWorld world, int rounds, int warmUps)
    {
        var rows = await RunStages.TakeAsync(world);
        var (bareAccept, bare) = (new BareAccept(world, rows.Accepted), new BareRun(world, rows));
        var calls = 0;
        var (app, least, ratio) = await Rounds.CompareAsync(
            rounds,
            warmUps,
            async () =>
            {
                var accepted = await AcceptAsync(world, async invoiceNo => (invoiceNo, await world.AcceptAsync(invoiceNo)));
                var before = world.Latency.Calls;
                var seconds = await DrainAsync(accepted, one => world.RunAsync(one.Item1, one.Item2));
                calls = world.Latency.Calls - before;
                await CheckAsync(world, accepted);
                return seconds;
            },
            async () =>
            {
                var accepted = await AcceptAsync(world, bareAccept.RunAsync);
                return await DrainAsync(accepted, bare.RunAsync);
            }
        );

        if (calls != bare.Calls * PerRound)
            throw new InvalidOperationException(
                $"A run makes {(double)calls / PerRound} storage calls, the bare one {bare.Calls}: list the same steps in {nameof(BareRun)}."
            );
        return report.Add(
            $"drain: {PerRound} accepted refunds run to their end, {AtOnce} at once, storage {world.Latency.Delay.TotalMilliseconds} ms and gateway {world.GatewayDelay.TotalMilliseconds} ms away",
            $"{PerRound / app:F1} a second, bare {PerRound / least:F1}: {1 / ratio:P0} ({bare.Calls} requests in {bare.StorageSteps} steps each)",
            $"{LeastThroughput:P0} of the same calls bare",
            1 / ratio >= LeastThroughput
        );
    }

    private static async Task<List<T>> AcceptAsync<T>(LoadWorld world, Func<string, Task<T>> accept)
    {
        List<T> accepted = [];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, PerRound).Select(_ => world.NewInvoice()).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (invoiceNo, _) =>
            {
                var one = await accept(invoiceNo);
                lock (accepted)
                    accepted.Add(one);
            }
        );
        return accepted;
    }

    private static async Task<double> DrainAsync<T>(List<T> accepted, Func<T, Task> run)
    {
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            accepted,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (one, _) => await run(one)
        );
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task CheckAsync(LoadWorld world, IReadOnlyList<(string InvoiceNo, OperationId Id)> accepted)
    {
        var (invoiceNo, id) = accepted[^1];
        var row = await world
            .Get<PaymentOperations.Storage.InvoiceLedger>()
            .FindAsync(world.Merchant.Id, InvoiceNo.Parse(invoiceNo), id, CancellationToken.None);
        if (row?.Status != OperationStatus.Succeeded)
            throw new InvalidOperationException($"A refund did not run to its end: it is {row?.Status}.");
    }
}
