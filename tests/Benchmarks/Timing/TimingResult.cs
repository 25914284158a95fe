namespace Benchmarks.Timing;

/// <summary>What came of comparing two classes.</summary>
/// <param name="Name">What was compared.</param>
/// <param name="T">Welch's t, the worst.</param>
/// <param name="Mean">Mean of the first class without its slowest tenth, in nanoseconds.</param>
/// <param name="Difference">By how much that of the second is greater, in nanoseconds.</param>
internal sealed record TimingResult(string Name, double T, double Mean, double Difference)
{
    /// <summary>Beyond it a dependence is taken for proved, as in dudect: by chance it happens about seven times in a million.</summary>
    public const double Threshold = 4.5;

    public bool ShowsDependence => Math.Abs(T) >= Threshold;
}
