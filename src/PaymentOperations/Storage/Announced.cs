namespace PaymentOperations.Storage;

/// <summary>Events that were announced and are to be committed now.</summary>
/// <param name="Invoice">The invoice's row with them counted.</param>
/// <param name="Events">The events.</param>
/// <param name="WithRows">Whether what was to be written beside them is in the index.</param>
internal sealed record Announced(InvoiceRow Invoice, IReadOnlyList<EventRow> Events, bool WithRows);
