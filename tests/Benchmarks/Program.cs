using Benchmarks;
using Benchmarks.Load;
using Benchmarks.Messages;
using Benchmarks.Timing;

var report = new Report();

// Each is a name; "all" and nothing mean all of them.
(string Name, Func<Task<bool>> Run)[] all =
[
    ("tokens", () => Task.FromResult(TokenBenchmark.Run(report))),
    ("envelopes", () => Task.FromResult(EnvelopeBenchmark.Run(report))),
    ("hostile", () => Task.FromResult(HostileBenchmark.Run())),
    ("judge", () => Task.FromResult(JudgeBenchmark.Run(report))),
    ("timing", () => Task.FromResult(TimingBenchmark.Run())),
    ("accept", AcceptBenchmark.RunAsync),
    ("drain", () => DrainBenchmark.RunAsync(report)),
    ("sweep", () => SweepBenchmark.RunAsync(report)),
    ("lists", () => ListBenchmark.RunAsync(report)),
    ("memory", () => MemoryBenchmark.RunAsync(report)),
];
var wanted = args is [] or ["all"] ? all : [.. all.Where(one => args.Contains(one.Name))];
if (wanted.Length == 0)
{
    Console.Error.WriteLine($"Name one or more of: all, {string.Join(", ", all.Select(one => one.Name))}");
    return 2;
}

var isGood = true;
foreach (var (name, run) in wanted)
{
    Console.WriteLine($"== {name}");
    isGood &= await run();
}

report.Print(TimeProvider.System.GetUtcNow());
return isGood ? 0 : 1;
