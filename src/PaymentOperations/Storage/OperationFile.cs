using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>One operation with what callers see of it, read at once.</summary>
/// <param name="Row">Its row; it may be a tombstone.</param>
/// <param name="History">Every transition, oldest first.</param>
/// <param name="Line">The operations that stand in its invoice's line, first to last.</param>
internal sealed record OperationFile(OperationRow Row, IReadOnlyList<HistoryEntry> History, IReadOnlyList<LinePlace> Line);
