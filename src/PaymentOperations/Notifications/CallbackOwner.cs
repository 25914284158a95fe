using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Notifications;

/// <summary>
/// Finds the refund that a verified callback speaks of. The address, which is not signed, only proposes one; the signed fields have to fit it: the invoice always, and the amount, or where that is missing or the
/// payment's, a reference or mark that is this refund's own.
/// </summary>
internal sealed class CallbackOwner(InvoiceLedger ledger, OpenOperations open)
{
    public async Task<OperationRow?> FindAsync(
        MerchantId merchantId,
        string operationId,
        DecisiveAnswer answer,
        string? invoice,
        CancellationToken cancellationToken
    )
    {
        if (!OperationId.TryParse(operationId, out var id) || !InvoiceNo.TryParse(invoice, out var invoiceNo, out _))
            return null;

        // The ledger is asked at once: the hints that lead to it can be lost.
        var row = await ledger.FindAsync(merchantId, invoiceNo, id, cancellationToken);
        if (row is null or { IsTombstone: true } || !CallbackFit.Fits(row, answer))
            return null;
        if (!row.IsFinal && await open.FindInvoiceAsync(merchantId, id, cancellationToken) is null)
            await open.RestoreAsync(row, row.NextActionAt, cancellationToken);
        return row;
    }
}
