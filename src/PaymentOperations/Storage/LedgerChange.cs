using Azure.Data.Tables;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>What one transaction changes besides the operation's own row and its audit event.</summary>
internal sealed record LedgerChange
{
    public bool DeletesPlaceInLine { get; init; }

    /// <summary>Inserts <c>ref-</c> for this gateway refund.</summary>
    public string? InsertsReference { get; init; }

    /// <summary>Changes the invoice's row; repeated on a fresh copy when another operation of the invoice was faster.</summary>
    public Func<InvoiceRow, InvoiceRow>? ChangesInvoice { get; init; }

    /// <summary>The invoice's row as it was last read; it is read anew where it is not that any more.</summary>
    public InvoiceRow? KnownInvoice { get; init; }

    /// <summary>What the merchant is told of it, in order.</summary>
    public IReadOnlyList<EventType> Events { get; init; } = [];

    /// <summary>What the operation is to be found by, written with the pointers to the events; the row says so where it came in.</summary>
    public IReadOnlyList<TableEntity> FoundBy { get; init; } = [];
}
