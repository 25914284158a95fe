using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>An operation as the index names it.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Id">Which; null where the row cannot be read.</param>
/// <param name="InvoiceNo">Of which payment; null where the row cannot be read.</param>
/// <param name="IsFurther">Whether the index knows it as more than accepted.</param>
internal sealed record ScopeHint(Position Position, OperationId? Id, InvoiceNo? InvoiceNo, bool IsFurther)
{
    /// <summary>Whether the index knows that it has ended: then its day's index does so as well.</summary>
    public bool IsFinal { get; init; }
}
