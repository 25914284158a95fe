using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Events;

/// <summary>Which events a change of an operation makes. What it makes follows from the rows alone, so that every writer's changes are told.</summary>
internal static class EventRules
{
    /// <summary>The events, in order: first what became of the operation, then that a person has to look.</summary>
    public static IReadOnlyList<EventType> Of(OperationRow before, OperationRow after)
    {
        List<EventType> events = [];
        if (after.Status != before.Status && StatusEvent(after.Status) is { } told)
            events.Add(told);
        // What is known to speak against an end, and was weighed, is no contradiction.
        if (after is { IsFinal: true, NeedsReview: true } && after.ConflictKeys.Count > before.ConflictKeys.Count)
            events.Add(EventType.Contradiction);
        else if (after.NeedsReview && !before.NeedsReview)
            events.Add(EventType.NeedsReview);
        return events;
    }

    // An operation that is accepted again after a request that never left was accepted once.
    private static EventType? StatusEvent(OperationStatus status) =>
        status switch
        {
            OperationStatus.Pending => EventType.Pending,
            OperationStatus.Succeeded => EventType.Succeeded,
            OperationStatus.Failed => EventType.Failed,
            OperationStatus.Accepted or OperationStatus.Submitting or OperationStatus.Unknown => null,
        };
}
