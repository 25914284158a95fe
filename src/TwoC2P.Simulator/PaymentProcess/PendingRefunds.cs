using TwoC2P.Simulator.Notifications;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>Ends pending refunds, on command or after the configured time, and has the merchant notified.</summary>
internal sealed class PendingRefunds(
    TransactionStore transactions,
    Notifier notifier,
    BackgroundWork background,
    GatewayClock clock,
    SimulatorOptions options
)
{
    public void ExpectLater(InvoiceKey key, string referenceNo)
    {
        if (options.FinishRefundsAfterSeconds is { } seconds)
            background.RunAfter(TimeSpan.FromSeconds(seconds), () => End(key, referenceNo, "RF", notify: true));
    }

    /// <summary>Gives a pending refund its final status; without a reference the oldest pending one.</summary>
    /// <returns>The refund's reference, or null when no such refund is pending.</returns>
    public string? End(InvoiceKey key, string? referenceNo, string status, bool notify) =>
        transactions.Use(
            key,
            transaction =>
            {
                var refund = transaction?.Refunds.FirstOrDefault(known =>
                    known.Status == "RP" && (referenceNo is null || known.ReferenceNo == referenceNo)
                );
                if (transaction is null || refund is null)
                    return null;
                refund.Status = status;
                refund.At = clock.Now;
                if (notify && refund.NotifyUrl.Length > 0)
                    notifier.Enqueue(RefundNotice.Of(transaction, refund, clock));
                return refund.ReferenceNo;
            }
        );
}
