using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Transactions;

/// <summary>What is asked for when a transaction is created; everything else gets a plausible value of its channel.</summary>
internal sealed record NewTransaction(
    string MerchantId,
    string InvoiceNo,
    decimal Amount,
    string Status = "S",
    string Channel = "card",
    string Currency = "THB",
    IReadOnlyList<NewSubMerchant>? SubMerchants = null,
    string? ApprovalCode = null,
    string? ReferenceNo = null,
    DateTimeOffset? PaidAt = null,
    bool AllowPartialRefund = true,
    bool AllowPartialSettlement = true,
    DateTimeOffset? RefundableUntil = null
)
{
    public Transaction Build(ReferenceNumbers references, GatewayClock clock)
    {
        var isCard = !IsApm;
        return new Transaction
        {
            MerchantId = MerchantId,
            InvoiceNo = InvoiceNo,
            Amount = Amount,
            Status = Status,
            Currency = Currency,
            Channel = IsApm ? Transactions.Channel.Apm : Transactions.Channel.Card,
            ReferenceNo = ReferenceNo ?? references.Next(),
            PaidAt = PaidAt ?? clock.Now,
            ApprovalCode = ApprovalCode ?? (isCard ? "621529" : ""),
            MaskedPan = isCard ? "411111XXXXXX1111" : "",
            Eci = isCard ? "05" : "",
            PaymentScheme = isCard ? "VI" : "AP",
            PaidAgent = isCard ? "" : "SCB",
            PaidChannel = isCard ? "" : "IBANKING",
            SubMerchants = [.. (SubMerchants ?? []).Select(sub => new SubAmount(sub.SubMid, AmountText.Of(sub.SubAmount)))],
            AllowsPartialRefund = AllowPartialRefund,
            AllowsPartialSettlement = AllowPartialSettlement,
            RefundableUntil = RefundableUntil,
        };
    }

    /// <summary>Whether the transaction was paid by an alternative payment method.</summary>
    public bool IsApm => string.Equals(Channel, "apm", StringComparison.OrdinalIgnoreCase);
}
