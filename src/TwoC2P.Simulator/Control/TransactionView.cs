using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>A transaction as the control API shows it.</summary>
internal sealed record TransactionView(
    string MerchantId,
    string InvoiceNo,
    decimal Amount,
    string Status,
    string Channel,
    string Currency,
    string ReferenceNo,
    string DateTime,
    IReadOnlyList<RefundView> Refunds
)
{
    public static TransactionView Of(Transaction transaction, GatewayClock clock) =>
        new(
            transaction.MerchantId,
            transaction.InvoiceNo,
            transaction.Amount,
            transaction.Status,
            transaction.Channel == Transactions.Channel.Apm ? "apm" : "card",
            transaction.Currency,
            transaction.ReferenceNo,
            clock.DateTimeYyyyMmDdHhMmSs(transaction.PaidAt),
            [.. transaction.Refunds.Select(refund => RefundView.Of(refund, clock))]
        );
}
