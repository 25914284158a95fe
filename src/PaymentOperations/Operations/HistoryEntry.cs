namespace PaymentOperations.Operations;

/// <summary>One line of an operation's audit trail.</summary>
/// <param name="At">When.</param>
/// <param name="From">Status before; null for the first line.</param>
/// <param name="To">Status after.</param>
/// <param name="By">Who: a queue, the sweep, an API key, an operator.</param>
/// <param name="Note">Why, in plain words; no secrets.</param>
public sealed record HistoryEntry(DateTimeOffset At, OperationStatus? From, OperationStatus To, string By, string Note);
