using System.Diagnostics;
using System.Globalization;
using PaymentOperations.Storage;
using Testing;

namespace Benchmarks.Load;

/// <summary>
/// Accepts of first refunds against the least that they can cost: the same storage calls, bare, in the same run and in turns. With storage as far away as in Azure (5 ms a call), the time is told in steps.
/// </summary>
internal static class AcceptBenchmark
{
    private const double MostRatio = 1.1;
    private const int Rounds = 9;
    private const int WarmUps = 3;
    private const int PerRound = 64;
    private static readonly TimeSpan AsInAzure = TimeSpan.FromMilliseconds(5);
    private static readonly int[] Clients = [1, 8, 32];

    /// <summary>Measures and tells; false when an accept costs more than it may.</summary>
    public static async Task<bool> RunAsync()
    {
        await using var azurite = new AzuriteServer();
        await azurite.InitializeAsync();
        await using (var layout = new LoadWorld(azurite.ConnectionString, TimeSpan.Zero))
            await StorageLayout.CreateAsync(
                layout.Tables,
                layout.Queues,
                new Azure.Storage.Blobs.BlobServiceClient(azurite.ConnectionString)
            );

        var isGood = true;
        foreach (var delay in new[] { TimeSpan.Zero, AsInAzure })
        {
            await using var world = new LoadWorld(azurite.ConnectionString, delay);
            foreach (var clients in Clients)
                isGood &= await CompareAsync(world, delay, clients);
        }

        return isGood;
    }

    private static async Task<bool> CompareAsync(LoadWorld world, TimeSpan delay, int clients)
    {
        var sample = world.NewInvoice();
        var bare = new BareAccept(world, await RunRows.ReadAsync(world, sample, await world.AcceptAsync(sample)));
        Func<string, Task>[] all = [invoiceNo => world.AcceptAsync(invoiceNo), bare.RunAsync];
        List<double[]> rounds = [];
        for (var round = -WarmUps; round < Rounds; round++)
        {
            // Who begins changes: what a round leaves behind meets all alike.
            var times = new double[all.Length];
            for (var turn = 0; turn < all.Length; turn++)
            {
                var one = (turn + round + WarmUps) % all.Length;
                times[one] = await RoundAsync(world, clients, all[one]);
            }
            if (round >= 0)
                rounds.Add(times);
        }

        var accept = Median([.. rounds.Select(times => times[0])]);
        var ratio = Median([.. rounds.Select(times => times[0] / times[1])]);
        var steps = delay > TimeSpan.Zero ? $", {accept / delay.TotalMilliseconds:F1} steps" : "";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Accept, {clients} clients, {delay.TotalMilliseconds} ms a call: p50 {accept:F2} ms{steps}; {ratio:F2} times the same seven calls bare (at most {MostRatio})"
            )
        );
        return ratio <= MostRatio;
    }

    /// <returns>The median time of one, in milliseconds.</returns>
    private static async Task<double> RoundAsync(LoadWorld world, int clients, Func<string, Task> accept)
    {
        var invoices = Enumerable.Range(0, PerRound).Select(_ => world.NewInvoice()).ToList();
        List<double> times = [];
        await Parallel.ForEachAsync(
            invoices,
            new ParallelOptions { MaxDegreeOfParallelism = clients },
            async (invoiceNo, _) =>
            {
                var began = Stopwatch.GetTimestamp();
                await accept(invoiceNo);
                lock (times)
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        );
        return Median(times);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
