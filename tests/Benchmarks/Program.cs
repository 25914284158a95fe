using Benchmarks;
using Benchmarks.Load;
using Benchmarks.Timing;

// Each is a name; "all" and nothing mean all of them.
(string Name, Func<Task<bool>> Run)[] all =
[
    ("tokens", () => Task.FromResult(TokenBenchmark.Run())),
    ("envelopes", () => Task.FromResult(EnvelopeBenchmark.Run())),
    ("judge", () => Task.FromResult(JudgeBenchmark.Run())),
    ("timing", () => Task.FromResult(TimingBenchmark.Run())),
    ("accept", AcceptBenchmark.RunAsync),
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

return isGood ? 0 : 1;
