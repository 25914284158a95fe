namespace PaymentOperations.Operations;

/// <summary>2C2P's part of an operation, as it was last verified.</summary>
public sealed record GatewayResult
{
    /// <summary>Result code (<c>respCode</c>).</summary>
    public string? RespCode { get; init; }

    /// <summary>2C2P's text for it (<c>respDesc</c>).</summary>
    public string? RespDesc { get; init; }

    /// <summary>2C2P's status code of the refund or transaction (<c>status</c>).</summary>
    public string? Status { get; init; }

    /// <summary>The transaction's reference (<c>referenceNo</c>).</summary>
    public string? ReferenceNo { get; init; }

    /// <summary>The refund's own reference (<c>refundReferenceNo</c>).</summary>
    public string? RefundReferenceNo { get; init; }

    /// <summary>Approval code (<c>approvalCode</c>).</summary>
    public string? ApprovalCode { get; init; }
}
