namespace EndToEnd.Tests.Security.Strangers;

/// <summary>Names of one object of every kind: a merchant's, or nobody's.</summary>
internal sealed record Objects
{
    /// <summary>A captured payment that nothing was done with yet.</summary>
    public required string PaidInvoice { get; init; }

    /// <summary>An authorized payment, to be settled or voided.</summary>
    public required string AuthorizedInvoice { get; init; }

    public required string RefundedInvoice { get; init; }

    public required string SettledInvoice { get; init; }

    public required string VoidedInvoice { get; init; }

    public required string RefundId { get; init; }

    public required string SettlementId { get; init; }

    public required string VoidId { get; init; }

    /// <summary>A refund that waits for a person.</summary>
    public required string ReviewId { get; init; }

    /// <summary>2C2P's reference of the refund.</summary>
    public required string RefundReference { get; init; }

    /// <summary>The value of the refund's metadata <c>order</c>.</summary>
    public required string Order { get; init; }

    /// <summary>The body that made the refund.</summary>
    public required string RefundBody { get; init; }

    public required string CardId { get; init; }

    /// <summary>The body that made the card.</summary>
    public required string CardBody { get; init; }

    public required string PlanId { get; init; }

    public required string LinkId { get; init; }

    /// <summary>The body that made the link.</summary>
    public required string LinkBody { get; init; }

    public required string EventId { get; init; }

    /// <summary>What is in quarantine.</summary>
    public required string QuarantinedId { get; init; }

    /// <summary>Of the list of operations.</summary>
    public required string Cursor { get; init; }

    /// <summary>Of the list of what changed.</summary>
    public required string ChangesCursor { get; init; }

    /// <summary>Of the list of the refunded invoice's refunds.</summary>
    public required string InvoiceCursor { get; init; }

    /// <summary>A day that there is a report of.</summary>
    public required string ReportDay { get; init; }

    /// <summary>What the idempotency keys of everything that was made begin with.</summary>
    public required string Keys { get; init; }

    /// <summary>A message of 2C2P that is signed with the stranger's key.</summary>
    public required byte[] StrangersMessage { get; init; }

    /// <summary>The idempotency key that made something.</summary>
    /// <param name="what">What: <c>refund</c>, <c>card</c> and so on.</param>
    public string KeyOf(string what) => $"{Keys}-{what}";
}
