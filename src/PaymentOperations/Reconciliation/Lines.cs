using PaymentOperations.Judgement;
using PaymentOperations.Storage;

namespace PaymentOperations.Reconciliation;

/// <summary>Writes lines.</summary>
internal static class Lines
{
    public static ReportLine Of(OperationRow row, Finding finding, string? note = null) =>
        new()
        {
            Finding = finding,
            InvoiceNo = row.InvoiceNo.Text,
            OperationId = row.Id.ToString(),
            Kind = row.Kind,
            Status = row.Status,
            Amount = row.Amount,
            GatewayReference = row.Reference,
            Note = note,
        };

    /// <summary>An operation that is not decided yet.</summary>
    public static ReportLine Open(OperationRow row) =>
        Of(row, Finding.InFlight, row.NeedsReview ? "A person has to decide about it." : "It is not decided yet.");

    /// <summary>The same with what 2C2P lists of it.</summary>
    public static ReportLine With(this ReportLine line, ListedRefund? refund) =>
        refund is null
            ? line
            : line with
            {
                GatewayReference = refund.Reference,
                GatewayStatus = PublishedLength.Cut(refund.Status.Text),
                GatewayAmount = refund.Amount,
            };

    /// <summary>An operation that the index knows as more than accepted, and the ledger does not know.</summary>
    public static ReportLine Lost(string invoiceNo, string operationId) =>
        Unread(
            invoiceNo,
            operationId,
            "The index knows this operation and the ledger does not: the ledger may be an older copy."
        );

    /// <summary>Something of ours that cannot be read.</summary>
    public static ReportLine Unread(string? invoiceNo, string? operationId, string note) =>
        new()
        {
            Finding = Finding.Unreadable,
            InvoiceNo = invoiceNo,
            OperationId = operationId,
            Note = note,
        };
}
