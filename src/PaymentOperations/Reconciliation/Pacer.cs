namespace PaymentOperations.Reconciliation;

/// <summary>Spaces the questions about one merchant's payments.</summary>
internal sealed class Pacer(TimeSpan pace, TimeProvider time)
{
    private readonly Lock _gate = new();

    // Not the clock's time: that can be put back.
    private readonly long _began = time.GetTimestamp();
    private TimeSpan _next;

    /// <summary>Waits for the next question's turn.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetElapsedTime(_began);
            var turn = _next > now ? _next : now;
            _next = turn + pace;
            wait = turn - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }
}
