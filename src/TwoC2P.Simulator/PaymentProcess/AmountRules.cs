using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>How much may be settled or refunded. Each rule gives <see cref="StateTable.Perform" /> or the refusing code.</summary>
internal static class AmountRules
{
    public static string Settlement(Transaction transaction, decimal amount, IReadOnlyList<SubAmount> parts)
    {
        // Alternative payment methods are never pre-authorised, so there is nothing to settle.
        if (transaction.Channel == Channel.Apm)
            return "31";
        if (amount > transaction.Amount)
            return "30";
        if (amount < transaction.Amount && !transaction.AllowsPartialSettlement)
            return "33";
        return SubMerchants(transaction, parts, exceeded: "37", (sub, _) => Total(transaction.SubMerchants, sub));
    }

    public static string Refund(Transaction transaction, decimal amount, IReadOnlyList<SubAmount> parts, DateTimeOffset now)
    {
        if (transaction.RefundableUntil < now)
            return "54";
        if (BeyondWhatIsLeft(transaction, amount) is { Length: > 0 } refusal)
            return refusal;
        if (amount < transaction.Amount && !transaction.AllowsPartialRefund)
            return "43";
        return SubMerchants(transaction, parts, exceeded: "47", LeftToRefund);
    }

    /// <summary>The one rule that nothing here switches off: refunds never exceed what was captured.</summary>
    public static string BeyondWhatIsLeft(Transaction transaction, decimal amount)
    {
        var left = transaction.LeftToRefund;
        if (left <= 0)
            return "49";
        return amount > left ? "40" : StateTable.Perform;
    }

    private static string SubMerchants(
        Transaction transaction,
        IReadOnlyList<SubAmount> parts,
        string exceeded,
        Func<string, Transaction, decimal> limit
    )
    {
        if (transaction.SubMerchants.Count == 0)
            return parts.Count == 0 ? StateTable.Perform : "11";
        if (parts.Count == 0)
            return "10";
        var tooMuch = parts
            .Select(part => part.SubMid)
            .Distinct(StringComparer.Ordinal)
            .Any(sub => Total(parts, sub) > limit(sub, transaction));
        return tooMuch ? exceeded : StateTable.Perform;
    }

    private static decimal LeftToRefund(string sub, Transaction transaction) =>
        Total(transaction.SubMerchants, sub)
        - transaction.Refunds.Where(refund => refund.Counts).Sum(refund => Total(refund.SubMerchants, sub));

    private static decimal Total(IReadOnlyList<SubAmount> parts, string sub) =>
        parts.Where(part => part.SubMid == sub).Sum(part => AmountText.TryRead(part.Amount).GetValueOrDefault());
}
