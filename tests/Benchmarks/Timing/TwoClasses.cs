using System.Diagnostics;
using System.Security.Cryptography;

namespace Benchmarks.Timing;

/// <summary>Times one operation on inputs of two classes, which come in random turns: whatever else a machine does meets both alike.</summary>
/// <param name="name">What is compared.</param>
/// <param name="prepare">Puts the next input there, outside of the time that is taken; true: one of the second class. The same memory for both, so that only what is in it differs.</param>
/// <param name="run">What is timed.</param>
internal sealed class TwoClasses(string name, Action<bool> prepare, Action run)
{
    private const int WarmUp = 20_000;
    private const int Samples = 400_000;
    private const int Parts = 4;

    // A TimeSpan has steps of 100 nanoseconds, which is more than a byte costs.
    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    public string Name => name;

    /// <summary>Takes all samples and says how far it is.</summary>
    public TimingResult Measure()
    {
        Take(WarmUp, [], []);
        List<double> first = [];
        List<double> second = [];
        var t = 0d;
        for (var part = 1; part <= Parts; part++)
        {
            Take(Samples / Parts, first, second);
            t = Welch.WorstT(first, second);
            Console.WriteLine($"  {name}: {100 * part / Parts} %, t = {t:F1}");
        }

        var most = first.Concat(second).Order().ElementAt(9 * (first.Count + second.Count) / 10);
        var mean = MeanUpTo(most, first);
        return new TimingResult(name, t, mean, MeanUpTo(most, second) - mean);
    }

    private void Take(int count, List<double> first, List<double> second)
    {
        var classes = RandomNumberGenerator.GetBytes(count);
        foreach (var draw in classes)
        {
            var isSecond = (draw & 1) == 1;
            prepare(isSecond);
            var before = Stopwatch.GetTimestamp();
            run();
            var after = Stopwatch.GetTimestamp();
            (isSecond ? second : first).Add((after - before) * NanosecondsPerTick);
        }
    }

    private static double MeanUpTo(double most, List<double> values) => values.Where(value => value <= most).Average();
}
