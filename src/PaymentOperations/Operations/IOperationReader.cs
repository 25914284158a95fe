using TwoC2P;

namespace PaymentOperations.Operations;

/// <summary>Reads operations from the ledger.</summary>
public interface IOperationReader
{
    /// <summary>One operation of the merchant with its history; null when there is none (or it is another merchant's).</summary>
    Task<Operation?> FindAsync(MerchantId merchantId, OperationId id, CancellationToken cancellationToken);

    /// <summary>All operations of one invoice, oldest first, without history; <paramref name="kind"/> narrows.</summary>
    Task<IReadOnlyList<Operation>> ListByInvoiceAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        OperationKind? kind,
        CancellationToken cancellationToken
    );

    /// <summary>A page of the merchant's operations, without history: by day, or what is searched for, newest first.</summary>
    Task<OperationPage> ListAsync(MerchantId merchantId, OperationQuery query, CancellationToken cancellationToken);
}
