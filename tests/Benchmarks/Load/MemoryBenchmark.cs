using System.Diagnostics;
using PaymentOperations.Storage;

namespace Benchmarks.Load;

/// <summary>What 20,000 accepts leave behind in the process that made them: nothing.</summary>
internal static class MemoryBenchmark
{
    private const double MostGrowth = 1.05;
    private const int AtOnce = 16;

    // Azurite takes longer for each row the more there are, and what it holds is not looked at.
    private const int BeforeEmptied = 1_000;
    private static readonly TimeSpan SettlesWithin = TimeSpan.FromMilliseconds(100);
    private static readonly int[] Marks = [2_000, 5_000, 10_000, 20_000];

    /// <summary>Measures and tells; false when memory grows.</summary>
    public static async Task<bool> RunAsync(Report report)
    {
        await using var azurite = new Testing.AzuriteServer();
        await azurite.InitializeAsync();
        await LoadWorld.CreateLayoutAsync(azurite.ConnectionString);
        await using var world = new LoadWorld(azurite.ConnectionString, TimeSpan.Zero, gateway: new ForgetfulGateway());

        List<(int Accepted, double Managed, double Private)> seen = [];
        var accepted = 0;
        foreach (var mark in Marks)
        {
            var began = Stopwatch.GetTimestamp();
            for (; accepted < mark; accepted += BeforeEmptied)
            {
                await AcceptAsync(world, accepted);
                await EmptyAsync(world, azurite.ConnectionString);
                Progress.Tick();
            }

            var (managed, whole) = Held();
            seen.Add((accepted, managed, whole));
            Progress.End();
            Progress.Say(
                FormattableString.Invariant(
                    $"{accepted} accepts: {managed:F2} MiB managed, {whole:F0} MiB private ({Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s)"
                )
            );
        }

        // A look catches more or less of what is in use at the moment: what counts is that the last one shows no more than those before.
        var growth = seen[^1].Managed / seen.SkipLast(1).Max(one => one.Managed);
        return report.Add(
            $"memory: managed heap after {string.Join(", ", seen.Select(one => FormattableString.Invariant($"{one.Accepted:N0}")))} accepts in one process, all collected",
            $"{string.Join(", ", seen.Select(one => FormattableString.Invariant($"{one.Managed:F2}")))} MiB, the last {growth:F2} times the most before it; {string.Join(", ", seen.Select(one => FormattableString.Invariant($"{one.Private:F0}")))} MiB private",
            $"at most {MostGrowth} times the most before",
            growth <= MostGrowth
        );
    }

    private static Task AcceptAsync(LoadWorld world, int first) =>
        Parallel.ForEachAsync(
            Enumerable.Range(first, BeforeEmptied),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await world.AcceptAsync($"MEM-{number}", repeats: 3)
        );

    private static async Task EmptyAsync(LoadWorld world, string connection)
    {
        foreach (var table in StorageLayout.Tables)
            await world.Tables.DeleteTableAsync(table);
        // The queue is not cleared: Azurite looks for what it can forget once a minute, and stands still for longer than that where thousands of messages have gone.
        do
        {
            // A table that is just being deleted says that it is there, and is gone a moment later.
            await LoadWorld.CreateLayoutAsync(connection);
            await Task.Delay(SettlesWithin);
        } while (!await IsThereAsync(world));
    }

    private static async Task<bool> IsThereAsync(LoadWorld world)
    {
        var there = await world.Tables.QueryAsync().Select(table => table.Name).ToListAsync();
        return !StorageLayout.Tables.Except(there).Any();
    }

    private static (double Managed, double Private) Held()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        const double mebibyte = 1024 * 1024;
        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true) / mebibyte, process.PrivateMemorySize64 / mebibyte);
    }
}
