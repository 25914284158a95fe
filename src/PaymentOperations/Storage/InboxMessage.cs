namespace PaymentOperations.Storage;

/// <summary>A verified message for an operation.</summary>
/// <param name="Kind">Where it came from.</param>
/// <param name="Hash">Its verified hash, lower case.</param>
/// <param name="Attempt">For a late answer: the attempt that it answers.</param>
/// <param name="At">When it arrived.</param>
/// <param name="Answer">Its verified fields.</param>
internal sealed record InboxMessage(InboxKind Kind, string Hash, int Attempt, DateTimeOffset At, DecisiveAnswer Answer)
{
    /// <summary>Whether a run has put it on record. It stays evidence: this only says that nobody has to be woken for it.</summary>
    public bool IsApplied { get; init; }
}
