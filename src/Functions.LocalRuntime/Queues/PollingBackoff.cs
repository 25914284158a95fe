namespace LocalFunctions.Queues;

/// <summary>How long to wait before an empty queue is asked again: doubling from 100 ms to the maximum.</summary>
internal sealed class PollingBackoff(TimeSpan maximum)
{
    private static readonly TimeSpan Minimum = TimeSpan.FromMilliseconds(100);

    private TimeSpan _next = Minimum;

    public void Reset() => _next = Minimum;

    public TimeSpan Next()
    {
        var delay = _next < maximum ? _next : maximum;
        _next = delay * 2;
        return delay;
    }
}
