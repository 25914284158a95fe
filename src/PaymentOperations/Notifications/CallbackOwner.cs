using PaymentOperations.Judgement;
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
    private static readonly string[] ProcessTypes = ["R", "RS", ""];

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
        if (row is null or { IsTombstone: true } || !Fits(row, answer))
            return null;
        if (!row.IsFinal && await open.FindInvoiceAsync(merchantId, id, cancellationToken) is null)
            await open.RestoreAsync(row, row.NextActionAt, cancellationToken);
        return row;
    }

    private static bool Fits(OperationRow row, DecisiveAnswer answer) =>
        row.Kind == OperationKind.Refund
        && ProcessTypes.Contains(answer.ProcessType ?? "")
        && (IsOurAmount(row, answer) || IsOurReference(row, answer) || IsOurMark(row, answer));

    private static bool IsOurAmount(OperationRow row, DecisiveAnswer answer) =>
        answer.ProcessType == "R" && Money.TryParseWire(answer.Amount, out var amount) && amount == row.Amount;

    private static bool IsOurReference(OperationRow row, DecisiveAnswer answer) =>
        RefundReference.Of(answer, row.TransactionReference) is { } reference
        && (
            reference == row.Reference
            || row.MaybeSent.Any(attempt =>
                attempt.Answer is { } own && RefundReference.Of(own, row.TransactionReference) == reference
            )
        );

    private static bool IsOurMark(OperationRow row, DecisiveAnswer answer) =>
        answer.UserDefined1 == row.Id.ToString()
        && (string.IsNullOrEmpty(answer.UserDefined2) || answer.UserDefined2 == row.KeyHash);
}
