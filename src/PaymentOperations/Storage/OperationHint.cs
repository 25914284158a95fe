using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>What a hint says of an operation.</summary>
internal sealed record OperationHint(
    OperationId Id,
    MerchantId MerchantId,
    InvoiceNo InvoiceNo,
    OperationKind Kind,
    Money? Amount
)
{
    public static OperationHint Of(OperationRow row) => new(row.Id, row.MerchantId, row.InvoiceNo, row.Kind, row.Amount);
}
