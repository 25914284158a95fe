namespace Benchmarks;

/// <summary>
/// Compares two ways of doing the same, one after the other thousands of times, in processor time: whatever else a machine does meets both alike. The quickest quarter counts: in the others something came between.
/// </summary>
internal static class InTurns
{
    private const int WarmUp = 500;
    private const int Turns = 4000;

    /// <summary>What each costs.</summary>
    public static (TimeSpan First, TimeSpan Second) Compare(Action first, Action second)
    {
        for (var turn = 0; turn < WarmUp; turn++)
        {
            first();
            second();
        }

        var turns = Enumerable.Range(0, Turns).Select(_ => (First: TimeOf(first), Second: TimeOf(second))).ToList();
        return (Quarter(turns.Select(turn => turn.First)), Quarter(turns.Select(turn => turn.Second)));
    }

    private static TimeSpan TimeOf(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - before;
    }

    private static TimeSpan Quarter(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Turns / 4);
}
