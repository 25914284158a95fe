using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Sweeping;

/// <summary>Keeps the sweep from making pointers faster than workers take them.</summary>
internal sealed class SweepPace(OperationQueue queue, TimeProvider time)
{
    /// <summary>So many pointers are made between two looks at the queues. Each look costs as much as two questions for what is due.</summary>
    public const int PointersPerLook = 100;

    // Short, so that what is left in the minute is enough for thousands.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // The next sweep begins a minute after this one.
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(45);

    /// <summary>Whether the queues are short. A sweep that has begun waits until they are, or until the next one is near.</summary>
    /// <param name="began">When the sweep made its first pointers; null where it has made none.</param>
    /// <param name="cancellationToken">The host stops.</param>
    public async Task<bool> IsFreeAsync(long? began, CancellationToken cancellationToken)
    {
        while (
            await queue.IsBackedUpAsync(OperationKind.Refund, cancellationToken)
            || await queue.IsBackedUpAsync(OperationKind.Settlement, cancellationToken)
        )
        {
            if (began is not { } since || time.GetElapsedTime(since) >= LongestHold)
                return false;
            await Task.Delay(Pause, time, cancellationToken);
        }

        return true;
    }
}
