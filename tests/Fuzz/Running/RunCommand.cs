using System.Diagnostics;
using Fuzz.Targets;
using Spectre.Console.Cli;

namespace Fuzz.Running;

/// <summary>What both commands have in common: they run targets and tell how far they are.</summary>
internal abstract class RunCommand : AsyncCommand<RunSettings>
{
    private const long MostLiveBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    public override async Task<int> ExecuteAsync(
        CommandContext context,
        RunSettings settings,
        CancellationToken cancellationToken
    )
    {
        using var watch = new HangWatch();
        var run = new FuzzRun(settings.Seed, watch);
        var clock = Stopwatch.StartNew();
        var isGood = true;
        var executions = 0;
        await foreach (var (target, share) in TargetsAsync(settings.Executions))
        {
            if (!target.Name.StartsWith(settings.Target, StringComparison.Ordinal))
                continue;

            var report = Execute(run, target, settings.Only is { } only ? only..(only + 1) : ..share, clock);
            isGood &= report.Findings.Count == 0;
            executions += report.Executions;
        }

        var live = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(
            $"{executions:N0} executions in {clock.Elapsed:hh\\:mm\\:ss}, {live / 1024:N0} KiB live at the end, seed {settings.Seed}"
        );
        return isGood && live <= MostLiveBytes ? 0 : 1;
    }

    /// <summary>The targets, and how often each is executed.</summary>
    protected abstract IAsyncEnumerable<(IFuzzTarget Target, int Executions)> TargetsAsync(int? executions);

    private static FuzzReport Execute(FuzzRun run, IFuzzTarget target, Range numbers, Stopwatch clock)
    {
        var next = clock.Elapsed + Between;
        var report = run.Execute(
            target,
            numbers,
            done =>
            {
                if (clock.Elapsed < next)
                    return;

                Console.WriteLine($"  {target.Name}: {done:N0} of {numbers.End.Value - numbers.Start.Value:N0}");
                next = clock.Elapsed + Between;
            }
        );
        Console.WriteLine(report);
        foreach (var finding in report.Findings)
            Console.WriteLine($"FOUND {finding}");

        return report;
    }
}
