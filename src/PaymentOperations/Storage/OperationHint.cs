using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>What a hint says of an operation. Status and review are those of a moment, for counting only; a new operation is accepted.</summary>
internal sealed record OperationHint(
    OperationId Id,
    MerchantId MerchantId,
    InvoiceNo InvoiceNo,
    OperationKind Kind,
    Money? Amount,
    OperationStatus Status = OperationStatus.Accepted,
    bool NeedsReview = false
)
{
    public static OperationHint Of(OperationRow row) =>
        new(row.Id, row.MerchantId, row.InvoiceNo, row.Kind, row.Amount, row.Status, row.NeedsReview);
}
