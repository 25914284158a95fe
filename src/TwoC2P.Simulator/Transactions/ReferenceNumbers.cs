using System.Globalization;

namespace TwoC2P.Simulator.Transactions;

/// <summary>Reference numbers that do not repeat between runs: a restarted gateway must not give an old number to a new refund.</summary>
internal sealed class ReferenceNumbers(TimeProvider time)
{
    private long _last = time.GetUtcNow().ToUnixTimeMilliseconds();

    public string Next() => Text(NextNumber());

    /// <summary>Higher than every number before it: also tells what came first.</summary>
    public long NextNumber() => Interlocked.Increment(ref _last);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
