using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>One line of a report: an operation, or a refund that 2C2P lists and no operation accounts for.</summary>
public sealed record ReportLine
{
    /// <summary>What was found.</summary>
    public required Finding Finding { get; init; }

    /// <summary>The payment; null only where the index itself cannot be read.</summary>
    public string? InvoiceNo { get; init; }

    /// <summary>The operation; null for a refund that none accounts for.</summary>
    public string? OperationId { get; init; }

    /// <summary>What the operation does; null without one.</summary>
    public OperationKind? Kind { get; init; }

    /// <summary>Where the operation stands; null without one.</summary>
    public OperationStatus? Status { get; init; }

    /// <summary>The operation's amount; null for voids.</summary>
    public Money? Amount { get; init; }

    /// <summary>2C2P's reference of the refund (<c>refundReferenceNo</c>), or of the payment.</summary>
    public string? GatewayReference { get; init; }

    /// <summary>2C2P's status code of the refund or the payment, as sent.</summary>
    public string? GatewayStatus { get; init; }

    /// <summary>The amount that 2C2P shows; null where there is none, or where it cannot be read.</summary>
    public Money? GatewayAmount { get; init; }

    /// <summary>The finding in words; null where both sides agree.</summary>
    public string? Note { get; init; }
}
