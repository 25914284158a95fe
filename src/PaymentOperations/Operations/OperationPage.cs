namespace PaymentOperations.Operations;

/// <summary>A page of operations.</summary>
/// <param name="Items">At most 100; fewer only on the last page, or where the work of one request had an end before.</param>
/// <param name="NextCursor">Opaque; null on the last page.</param>
/// <param name="CursorIsValid">False when the query's cursor was none of ours (400).</param>
public sealed record OperationPage(IReadOnlyList<Operation> Items, string? NextCursor, bool CursorIsValid = true);
