namespace TwoC2P.PaymentAction;

/// <summary>
/// What a merchant asks of 2C2P's Payment Action API (message <c>PaymentProcessRequest</c>). Version, timeStamp, merchantID and hashValue are added by the
/// client from the merchant's configuration.
/// </summary>
public sealed record PaymentProcessRequest
{
    /// <summary>The action (<c>processType</c>).</summary>
    public required ProcessType ProcessType { get; init; }

    /// <summary>The payment that is meant (<c>invoiceNo</c>, C 50).</summary>
    public required string InvoiceNo { get; init; }

    /// <summary>The amount to settle or refund (<c>actionAmount</c>, N 13, two decimals). Mandatory for S and R.</summary>
    public Money? ActionAmount { get; init; }

    /// <summary>Where an APM refund is paid to (<c>bankCode</c>, <c>accountName</c>, <c>accountNumber</c>); refunds only.</summary>
    public BankAccount? BankAccount { get; init; }

    /// <summary>Shares of sub-merchants (<c>subMerchantList</c>); they add up to <see cref="ActionAmount"/>.</summary>
    public IReadOnlyList<SubMerchantAmount> SubMerchants { get; init; } = [];

    /// <summary>Where 2C2P reports the final state of a refund that it answered "pending" (<c>notifyURL</c>, C 250).</summary>
    public string? NotifyUrl { get; init; }

    /// <summary>
    /// Up to five texts of the merchant's that the gateway returns with the refund (<c>userDefined1</c>…<c>userDefined5</c>). Not in the published request table:
    /// a gateway that does not take them answers 13 (invalid hash).
    /// </summary>
    public IReadOnlyList<string?> UserDefined { get; init; } = [];

    /// <summary>
    /// The operation's own id, which the client sends with S, V and R where the merchant's settings say so (<c>idempotencyID</c>, C 100; new generation only).
    /// </summary>
    public string? IdempotencyId { get; init; }
}
