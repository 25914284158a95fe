namespace PaymentOperations.Operations;

/// <summary>What an event tells. A type that this version does not know keeps its text.</summary>
/// <param name="Text">As receivers read it: subject and what became of it, with a point between.</param>
public readonly record struct EventType(string Text)
{
    /// <summary>The operation was accepted.</summary>
    public static EventType Accepted { get; } = new("operation.accepted");

    /// <summary>2C2P took it and has not decided.</summary>
    public static EventType Pending { get; } = new("operation.pending");

    /// <summary>2C2P did it. Final.</summary>
    public static EventType Succeeded { get; } = new("operation.succeeded");

    /// <summary>It was not done and will not be. Final.</summary>
    public static EventType Failed { get; } = new("operation.failed");

    /// <summary>A person has to look at it.</summary>
    public static EventType NeedsReview { get; } = new("operation.needs_review");

    /// <summary>What 2C2P says contradicts the final state; a person has to look.</summary>
    public static EventType Contradiction { get; } = new("operation.contradiction");

    /// <summary>A reconciliation found that 2C2P's word on the operation differs from ours; its report says how. Told once of an operation.</summary>
    public static EventType ReconciliationDifference { get; } = new("reconciliation.difference");

    /// <summary>Whether it tells of a change of the operation itself, and not only of something that was found out about it.</summary>
    public bool IsOfChange => this != ReconciliationDifference;

    /// <inheritdoc />
    public override string ToString() => Text;
}
