namespace Benchmarks.Timing;

/// <summary>Welch's t-test: how sure it is that two classes of measurements have different means.</summary>
internal static class Welch
{
    // All values, and then without the slowest, where something else of the machine's came between: there a small dependence shows first.
    private static readonly double[] Kept = [1, 0.99, 0.95, 0.9, 0.75, 0.5];

    /// <summary>Student's t for classes of unequal variance; 0 where nothing can be told.</summary>
    public static double T(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count < 2 || second.Count < 2)
            return 0;
        var (mean1, variance1) = Moments(first);
        var (mean2, variance2) = Moments(second);
        var error = Math.Sqrt((variance1 / first.Count) + (variance2 / second.Count));
        return error == 0 ? 0 : (mean1 - mean2) / error;
    }

    /// <summary>The t that is farthest from zero when the slowest values of both classes are left out in several ways, as dudect does (Reparaz, Balasch, Verbauwhede, 2017).</summary>
    public static double WorstT(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        double[] all = [.. first, .. second];
        Array.Sort(all);
        return Kept.Select(share => all[(int)((all.Length - 1) * share)])
            .Select(most => T([.. first.Where(value => value <= most)], [.. second.Where(value => value <= most)]))
            .MaxBy(Math.Abs);
    }

    private static (double Mean, double Variance) Moments(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return (mean, values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
