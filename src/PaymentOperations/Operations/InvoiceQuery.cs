using TwoC2P;

namespace PaymentOperations.Operations;

/// <summary>Which operations of one payment are asked for.</summary>
/// <param name="InvoiceNo">The payment.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="Limit">How many items a page has, 1 to <see cref="OperationQuery.MaxItems"/>.</param>
/// <param name="Cursor">Where the last page ended (<see cref="OperationPage.NextCursor"/>).</param>
public sealed record InvoiceQuery(
    InvoiceNo InvoiceNo,
    OperationKind? Kind = null,
    int Limit = OperationQuery.MaxItems,
    string? Cursor = null
);
