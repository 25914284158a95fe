namespace Benchmarks.Timing;

/// <summary>Whether the time that a wrong key or hash takes tells how much of it is right, or whether a merchant exists.</summary>
internal static class TimingBenchmark
{
    // Two lists at two places in memory are a nanosecond apart on some machines, which has nothing to do with a merchant: what counts there is what an answer over a network could show.
    private const double MostNanoseconds = 20;

    /// <summary>Measures and tells; false when a dependence shows, or when the one that is planted does not.</summary>
    public static bool Run()
    {
        var planted = KeyTiming.Planted().Measure();
        TimingResult[] prefixes = [KeyTiming.FirstOrLastByte().Measure(), HashTiming.FirstOrLastByte().Measure()];
        var merchant = KeyTiming.UnknownMerchantOrWrongKey().Measure();
        foreach (var result in prefixes.Prepend(planted))
            Tell(
                result,
                $"{(result.ShowsDependence ? "a dependence shows" : "none shows")} (threshold {TimingResult.Threshold})"
            );
        Tell(merchant, $"at most {MostNanoseconds} ns");
        return planted.ShowsDependence
            && !prefixes.Any(result => result.ShowsDependence)
            && Math.Abs(merchant.Difference) <= MostNanoseconds;
    }

    private static void Tell(TimingResult result, string verdict) =>
        Console.WriteLine(
            $"{result.Name}: {result.Mean:N0} ns, {result.Difference:F1} ns apart, |t| = {Math.Abs(result.T):F1}: {verdict}"
        );
}
