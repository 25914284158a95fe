using System.Diagnostics;
using PaymentOperations.Operations;
using TwoC2P;

namespace Benchmarks.Load;

/// <summary>Accepted refunds run to their end, as many at once as an instance of the host takes from a queue, against the same storage calls and waits bare.</summary>
internal static class DrainBenchmark
{
    private const double LeastThroughput = 0.95;
    private const int Rounds = 7;
    private const int PerRound = 96;

    // host.json: a batch of 8, and the next when 4 are left.
    private const int AtOnce = 12;

    private static readonly (TimeSpan Storage, TimeSpan Gateway)[] Distances =
    [
        (TimeSpan.Zero, TimeSpan.Zero),
        (TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(300)),
    ];

    /// <summary>Measures and tells; false when runs are slower than they may be.</summary>
    public static async Task<bool> RunAsync(Report report)
    {
        await using var azurite = new Testing.AzuriteServer();
        await azurite.InitializeAsync();
        await LoadWorld.CreateLayoutAsync(azurite.ConnectionString);

        var isGood = true;
        foreach (var (storage, gateway) in Distances)
        {
            await using var world = new LoadWorld(azurite.ConnectionString, storage, gateway);
            isGood &= await CompareAsync(report, world, storage, gateway);
        }

        return isGood;
    }

    private static async Task<bool> CompareAsync(Report report, LoadWorld world, TimeSpan storage, TimeSpan gateway)
    {
        var bare = new BareRun(world);
        var calls = 0;
        var (app, least, ratio) = await Load.Rounds.CompareAsync(
            Rounds,
            async () =>
            {
                var accepted = await AcceptAsync(world, async invoiceNo => (invoiceNo, await world.AcceptAsync(invoiceNo)));
                var before = world.Latency.Calls;
                var seconds = await DrainAsync(accepted, one => RunAsync(world, one.Item1, one.Item2));
                calls = world.Latency.Calls - before;
                await CheckAsync(world, accepted);
                return seconds;
            },
            async () =>
            {
                var preparing = new BareAccept(world);
                var accepted = await AcceptAsync(
                    world,
                    async invoiceNo =>
                    {
                        await preparing.RunAsync(invoiceNo);
                        return invoiceNo;
                    }
                );
                return await DrainAsync(accepted, bare.RunAsync);
            }
        );

        if (calls != bare.Calls * PerRound)
            throw new InvalidOperationException(
                $"A run makes {(double)calls / PerRound} storage calls, the bare one {bare.Calls}: list the same steps in {nameof(BareRun)}."
            );
        return report.Add(
            $"drain: {PerRound} accepted refunds run to their end, {AtOnce} at once, storage {storage.TotalMilliseconds} ms and gateway {gateway.TotalMilliseconds} ms away",
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

    private static Task RunAsync(LoadWorld world, string invoiceNo, OperationId id) =>
        world
            .Get<IOperationRunner>()
            .RunAsync(
                new OperationMessage(world.Merchant.Id.Text, invoiceNo, id.ToString()),
                "refunds queue",
                CancellationToken.None
            );

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
