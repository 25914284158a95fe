using TwoC2P;

namespace PaymentOperations.Operations;

/// <summary>Reads operations from the ledger.</summary>
public interface IOperationReader
{
    /// <summary>One operation of the merchant with its history; null when there is none (or it is another merchant's).</summary>
    Task<Operation?> FindAsync(MerchantId merchantId, OperationId id, CancellationToken cancellationToken);

    /// <summary>A page of the operations of one payment, without history, newest first.</summary>
    Task<OperationPage> ListByInvoiceAsync(MerchantId merchantId, InvoiceQuery query, CancellationToken cancellationToken);

    /// <summary>A page of the merchant's operations, without history, newest first; with <see cref="OperationQuery.UpdatedSince"/>, the oldest change first.</summary>
    Task<OperationPage> ListAsync(MerchantId merchantId, OperationQuery query, CancellationToken cancellationToken);
}
