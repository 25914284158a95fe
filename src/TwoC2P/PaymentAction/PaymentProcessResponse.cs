using TwoC2P.Codes;

namespace TwoC2P.PaymentAction;

/// <summary>2C2P's answer or notification (message <c>PaymentProcessResponse</c>), read tolerantly: unknown codes survive, lengths are advisory.</summary>
public sealed record PaymentProcessResponse
{
    /// <summary>Message version; not always the request's (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Gateway's time of the answer as sent, <c>ddMMyyHHmmss</c>; not covered by the hash (<c>timeStamp</c>).</summary>
    public string? TimeStamp { get; init; }

    /// <summary>Result (<c>respCode</c>).</summary>
    public ResultCode RespCode { get; init; }

    /// <summary>2C2P's own text for the result; not covered by the hash (<c>respDesc</c>).</summary>
    public string? RespDesc { get; init; }

    /// <summary>The action that is answered, as sent (<c>processType</c>).</summary>
    public string? ProcessType { get; init; }

    /// <summary>The payment (<c>invoiceNo</c>).</summary>
    public string? InvoiceNo { get; init; }

    /// <summary>Payment, refund or captured amount (<c>amount</c>); null when absent or not an amount.</summary>
    public Money? Amount { get; init; }

    /// <summary>The amount as 2C2P wrote it.</summary>
    public string? AmountText { get; init; }

    /// <summary>State of the transaction that was asked for (<c>status</c>).</summary>
    public TransactionStatus Status { get; init; }

    /// <summary>Approval code of the card host or APM (<c>approvalCode</c>).</summary>
    public string? ApprovalCode { get; init; }

    /// <summary>Reference; for a refund in the published form, the refund's own (<c>referenceNo</c>).</summary>
    public string? ReferenceNo { get; init; }

    /// <summary>The refund's own reference; absent from the published table, sent by the gateway (<c>refundReferenceNo</c>).</summary>
    public string? RefundReferenceNo { get; init; }

    /// <summary>Time of the transaction as sent, <c>yyyyMMddHHmmss</c> (<c>transactionDateTime</c>).</summary>
    public string? TransactionDateTime { get; init; }

    /// <summary>Agent that the customer paid with (<c>paidAgent</c>).</summary>
    public string? PaidAgent { get; init; }

    /// <summary>Channel that the customer paid through (<c>paidChannel</c>).</summary>
    public string? PaidChannel { get; init; }

    /// <summary>Masked card number (<c>maskedPan</c>).</summary>
    public string? MaskedPan { get; init; }

    /// <summary>3-D Secure e-commerce indicator (<c>eci</c>).</summary>
    public string? Eci { get; init; }

    /// <summary>Card brand or scheme (<c>paymentScheme</c>).</summary>
    public string? PaymentScheme { get; init; }

    /// <summary>Processing network (<c>processBy</c>).</summary>
    public string? ProcessBy { get; init; }

    /// <summary>Shares of sub-merchants (<c>subMerchantList</c>).</summary>
    public IReadOnlyList<SubMerchantShare> SubMerchants { get; init; } = [];

    /// <summary>Refunds of the payment; only in answers to RS (<c>refundList</c>).</summary>
    public IReadOnlyList<RefundEntry> Refunds { get; init; } = [];

    /// <summary>The merchant's texts, five places (<c>userDefined1</c>…<c>userDefined5</c>).</summary>
    public IReadOnlyList<string?> UserDefined { get; init; } = [];

    /// <summary>Signature as sent (<c>hashValue</c>).</summary>
    public string? HashValue { get; init; }
}
