using Benchmarks.Timing;

namespace Functions.Tests.Security;

/// <summary>The statistic that judges whether times of key comparisons depend on the key (<c>tests/Benchmarks -- timing</c>), on figures that were made for it.</summary>
public sealed class WelchTests
{
    // Enough for a difference of one part in a hundred to be certain, and none by chance: the same figures every time.
    private const int Samples = 50_000;
    private const double Threshold = TimingResult.Threshold;

    [Fact]
    public void It_is_what_Welchs_formula_says()
    {
        // Means 3 and 6, variances 2.5 and 10: (3 - 6) / √(2.5/5 + 10/5).
        Welch.T([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]).ShouldBe(-1.8974, 0.0001);
    }

    [Fact]
    public void A_dependence_of_one_part_in_a_hundred_is_found()
    {
        var t = Welch.WorstT(Times(1000, seed: 1), Times(1010, seed: 2));

        Math.Abs(t).ShouldBeGreaterThan(Threshold);
    }

    [Fact]
    public void A_dependence_under_rare_long_pauses_is_found()
    {
        var t = Welch.WorstT(WithPauses(Times(1000, seed: 1)), WithPauses(Times(1010, seed: 2)));

        Math.Abs(t).ShouldBeGreaterThan(Threshold);
    }

    [Fact]
    public void Where_there_is_none_none_is_found()
    {
        var t = Welch.WorstT(Times(1000, seed: 1), Times(1000, seed: 2));

        Math.Abs(t).ShouldBeLessThan(Threshold);
    }

    // About a mean, a tenth of it wide, by a generator that is the same everywhere.
    private static List<double> Times(double mean, ulong seed)
    {
        List<double> times = [];
        var state = seed;
        for (var sample = 0; sample < Samples; sample++)
        {
            var sum = 0d;
            for (var part = 0; part < 12; part++)
            {
                state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
                sum += (state >> 11) / (double)(1UL << 53);
            }

            times.Add(mean + ((sum - 6) * mean / 10));
        }

        return times;
    }

    private static List<double> WithPauses(List<double> times) =>
        [.. times.Select((time, sample) => sample % 500 == 0 ? time * 1000 : time)];
}
