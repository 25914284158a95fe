namespace Benchmarks.Load;

/// <summary>Compares two ways of doing the same, one after the other, several times: whatever else a machine does meets both alike.</summary>
internal static class Rounds
{
    /// <summary>The medians of both, and the median of their ratios.</summary>
    /// <param name="rounds">How many rounds count.</param>
    /// <param name="warmUps">How many are made before and do not: the runtime compiles anew what it meets often.</param>
    /// <param name="one">Does it once, and says how long it took.</param>
    /// <param name="other">The same for the other one.</param>
    public static async Task<Compared> CompareAsync(int rounds, int warmUps, Func<Task<double>> one, Func<Task<double>> other)
    {
        List<(double One, double Other)> measured = [];
        for (var round = -warmUps; round < rounds; round++)
        {
            // Who begins changes: what a round leaves behind meets both alike.
            var isFirst = round % 2 == 0;
            var first = await (isFirst ? one : other)();
            var second = await (isFirst ? other : one)();
            Progress.Tick();
            if (round >= 0)
                measured.Add(isFirst ? (first, second) : (second, first));
        }

        Progress.End();
        return new Compared(
            Median(measured.Select(pair => pair.One)),
            Median(measured.Select(pair => pair.Other)),
            Median(measured.Select(pair => pair.One / pair.Other))
        );
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
