namespace TwoC2P.PaymentAction;

/// <summary>State of a transaction or a refund (field <c>status</c>, C 3). Codes that the table does not list are kept as sent.</summary>
/// <param name="Text">The code as sent.</param>
public readonly record struct TransactionStatus(string Text)
{
    /// <summary><c>A</c>: Authorized, not settled.</summary>
    public static readonly TransactionStatus Approved = new("A");

    /// <summary><c>AP</c>: Approval pending.</summary>
    public static readonly TransactionStatus ApprovalPending = new("AP");

    /// <summary><c>AE</c>: Approved after expiry.</summary>
    public static readonly TransactionStatus ApprovedAfterExpiry = new("AE");

    /// <summary><c>AL</c>: Approved, paid less than the amount.</summary>
    public static readonly TransactionStatus ApprovedLess = new("AL");

    /// <summary><c>AM</c>: Approved, paid more than the amount.</summary>
    public static readonly TransactionStatus ApprovedMore = new("AM");

    /// <summary><c>PF</c>: Payment failed.</summary>
    public static readonly TransactionStatus PaymentFailed = new("PF");

    /// <summary><c>AR</c>: Authentication rejected.</summary>
    public static readonly TransactionStatus AuthenticationRejected = new("AR");

    /// <summary><c>FF</c>: Rejected by a fraud rule.</summary>
    public static readonly TransactionStatus FraudRejected = new("FF");

    /// <summary><c>IP</c>: Rejected, invalid promotion.</summary>
    public static readonly TransactionStatus InvalidPromotion = new("IP");

    /// <summary><c>ROE</c>: Routing rejected.</summary>
    public static readonly TransactionStatus RoutingRejected = new("ROE");

    /// <summary><c>CTS</c>: Card tokenization succeeded.</summary>
    public static readonly TransactionStatus CardTokenized = new("CTS");

    /// <summary><c>CTF</c>: Card tokenization failed.</summary>
    public static readonly TransactionStatus CardTokenizationFailed = new("CTF");

    /// <summary><c>RS</c>: Ready for settlement (not to be confused with the process type of that name).</summary>
    public static readonly TransactionStatus ReadyForSettlement = new("RS");

    /// <summary><c>S</c>: Settled.</summary>
    public static readonly TransactionStatus Settled = new("S");

    /// <summary><c>SS</c>: Settled, as some gateways spell it.</summary>
    public static readonly TransactionStatus SettledAlternative = new("SS");

    /// <summary><c>PPC</c>: Partially captured (new generation).</summary>
    public static readonly TransactionStatus PartiallyCaptured = new("PPC");

    /// <summary><c>PFC</c>: Fully captured (new generation).</summary>
    public static readonly TransactionStatus FullyCaptured = new("PFC");

    /// <summary><c>T</c>: Credit adjustment.</summary>
    public static readonly TransactionStatus CreditAdjustment = new("T");

    /// <summary><c>V</c>: Voided or cancelled.</summary>
    public static readonly TransactionStatus Voided = new("V");

    /// <summary><c>VP</c>: Void pending.</summary>
    public static readonly TransactionStatus VoidPending = new("VP");

    /// <summary><c>EX</c>: Payment expired.</summary>
    public static readonly TransactionStatus Expired = new("EX");

    /// <summary><c>RP</c>: Refund pending.</summary>
    public static readonly TransactionStatus RefundPending = new("RP");

    /// <summary><c>RF</c>: Refund confirmed.</summary>
    public static readonly TransactionStatus RefundConfirmed = new("RF");

    /// <summary><c>RFF</c>: Refund failed.</summary>
    public static readonly TransactionStatus RefundFailed = new("RFF");

    /// <summary><c>RR</c>: Refund rejected.</summary>
    public static readonly TransactionStatus RefundRejected = new("RR");

    /// <summary><c>RR1</c>: Refund rejected: insufficient balance.</summary>
    public static readonly TransactionStatus RefundRejectedBalance = new("RR1");

    /// <summary><c>RR2</c>: Refund rejected: invalid bank information.</summary>
    public static readonly TransactionStatus RefundRejectedBankInfo = new("RR2");

    /// <summary><c>RR3</c>: Refund rejected: bank account mismatch.</summary>
    public static readonly TransactionStatus RefundRejectedAccountMismatch = new("RR3");

    /// <summary>Every code of the table, with its meaning.</summary>
    public static IReadOnlyDictionary<TransactionStatus, string> Table { get; } =
        new Dictionary<TransactionStatus, string>
        {
            [Approved] = "Authorized, not settled",
            [ApprovalPending] = "Approval pending",
            [ApprovedAfterExpiry] = "Approved after expiry",
            [ApprovedLess] = "Approved, paid less than the amount",
            [ApprovedMore] = "Approved, paid more than the amount",
            [PaymentFailed] = "Payment failed",
            [AuthenticationRejected] = "Authentication rejected",
            [FraudRejected] = "Rejected by a fraud rule",
            [InvalidPromotion] = "Rejected, invalid promotion",
            [RoutingRejected] = "Routing rejected",
            [CardTokenized] = "Card tokenization succeeded",
            [CardTokenizationFailed] = "Card tokenization failed",
            [ReadyForSettlement] = "Ready for settlement (not to be confused with the process type of that name)",
            [Settled] = "Settled",
            [SettledAlternative] = "Settled, as some gateways spell it",
            [PartiallyCaptured] = "Partially captured",
            [FullyCaptured] = "Fully captured",
            [CreditAdjustment] = "Credit adjustment",
            [Voided] = "Voided or cancelled",
            [VoidPending] = "Void pending",
            [Expired] = "Payment expired",
            [RefundPending] = "Refund pending",
            [RefundConfirmed] = "Refund confirmed",
            [RefundFailed] = "Refund failed",
            [RefundRejected] = "Refund rejected",
            [RefundRejectedBalance] = "Refund rejected: insufficient balance",
            [RefundRejectedBankInfo] = "Refund rejected: invalid bank information",
            [RefundRejectedAccountMismatch] = "Refund rejected: bank account mismatch",
        };

    /// <summary>Whether a refund in this state can never become money given back: rejected or failed.</summary>
    public bool IsFailedRefund =>
        this == RefundFailed
        || this == RefundRejected
        || this == RefundRejectedBalance
        || this == RefundRejectedBankInfo
        || this == RefundRejectedAccountMismatch;

    /// <summary>Whether the payment is settled, in either spelling, or captured, as the new generation says.</summary>
    public bool IsSettled => this == Settled || this == SettledAlternative || this == PartiallyCaptured || this == FullyCaptured;

    /// <inheritdoc />
    public override string ToString() => Text ?? "";
}
