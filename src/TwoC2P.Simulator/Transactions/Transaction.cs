using System.Text.Json.Serialization;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.Transactions;

/// <summary>A payment in the gateway's record. Read and changed only inside <see cref="TransactionStore.Use" />.</summary>
internal sealed class Transaction
{
    public required string MerchantId { get; init; }
    public required string InvoiceNo { get; init; }

    /// <summary>Authorised amount, and the captured one after a settlement.</summary>
    public required decimal Amount { get; set; }
    public required string Status { get; set; }
    public required string ReferenceNo { get; init; }
    public required DateTimeOffset PaidAt { get; init; }
    public Channel Channel { get; init; }
    public string Currency { get; init; } = "THB";
    public string ApprovalCode { get; init; } = "";
    public string PaidAgent { get; init; } = "";
    public string PaidChannel { get; init; } = "";
    public string MaskedPan { get; init; } = "";
    public string Eci { get; init; } = "";
    public string PaymentScheme { get; init; } = "";
    public IReadOnlyList<SubAmount> SubMerchants { get; set; } = [];
    public bool AllowsPartialRefund { get; init; } = true;
    public bool AllowsPartialSettlement { get; init; } = true;
    public DateTimeOffset? RefundableUntil { get; init; }

    /// <summary>Where a pending void that is rejected falls back to.</summary>
    public string? StatusBeforeVoid { get; set; }

    [JsonInclude]
    public List<Refund> Refunds { get; private set; } = [];

    /// <summary>What the refunds so far leave of the amount.</summary>
    public decimal LeftToRefund => Amount - Refunds.Where(refund => refund.Counts).Sum(refund => refund.Amount);

    public InvoiceKey Key => new(MerchantId, InvoiceNo);

    /// <summary>A transaction of its own that begins where this one is; what happens to it is not recorded.</summary>
    public Transaction Copy()
    {
        var copy = (Transaction)MemberwiseClone();
        copy.Refunds = [.. Refunds];
        return copy;
    }
}
