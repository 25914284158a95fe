using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Events;

/// <summary>
/// Reads a merchant's events in the order of their ids. Every event was announced under its id before it was committed, and what is older than <see cref="EventTimes.ListedAfter"/> is decided for good before a
/// reader passes it: committed, or never to be under this id.
/// </summary>
internal sealed class EventReader(EventIndex index, EventLedger ledger, EventTimes times, TimeProvider time)
{
    private const int AtOnce = 8;

    /// <summary>The pointers after one and before a moment, with their events; only events that exist have one.</summary>
    public async Task<(IReadOnlyList<EventRow> Events, PaymentEventId? Last, bool HasMore)> ReadAsync(
        MerchantId merchantId,
        string after,
        DateTimeOffset? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var listed = time.GetUtcNow() - times.ListedAfter;
        var end = before is { } asked && asked < listed ? asked : listed;
        var pointers = await index.ReadAsync(merchantId, after, PaymentEventId.Floor(end), limit, cancellationToken);
        List<EventRow> events = [];
        foreach (var some in pointers.Chunk(AtOnce))
        {
            var found = await Task.WhenAll(some.Select(one => DecideAsync(merchantId, one, cancellationToken)));
            events.AddRange(found.OfType<EventRow>());
        }

        return (events, pointers.Count == 0 ? null : pointers[^1].Id, pointers.Count == limit);
    }

    private async Task<EventRow?> DecideAsync(MerchantId merchantId, EventPointer pointer, CancellationToken cancellationToken)
    {
        var found = await ledger.DecideAsync(merchantId, pointer, cancellationToken);
        if (found is null)
            await index.RemoveAsync(merchantId, pointer.Id, cancellationToken);
        return found;
    }
}
