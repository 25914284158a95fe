namespace TwoC2P.PaymentAction;

/// <summary>One refund of a payment as RS lists it (element <c>refund</c> of <c>refundList</c>).</summary>
public sealed record RefundEntry
{
    /// <summary>The refund's own reference (attribute <c>referenceNo</c>, C 30).</summary>
    public string? ReferenceNo { get; init; }

    /// <summary>Its state (attribute <c>status</c>, C 3): RF, RP, RR, RFF…</summary>
    public TransactionStatus Status { get; init; }

    /// <summary>Its amount (attribute <c>amount</c>, N 13); null when absent or not an amount.</summary>
    public Money? Amount { get; init; }

    /// <summary>The amount as 2C2P wrote it.</summary>
    public string? AmountText { get; init; }

    /// <summary>Approval time as 2C2P wrote it, <c>yyyyMMddHHmmss</c> in an unpublished time zone (attribute <c>dateTime</c>).</summary>
    public string? DateTime { get; init; }

    /// <summary>The merchant's texts of the refund request, five places (attributes <c>userDefined1</c>…<c>userDefined5</c>).</summary>
    public IReadOnlyList<string?> UserDefined { get; init; } = [];
}
