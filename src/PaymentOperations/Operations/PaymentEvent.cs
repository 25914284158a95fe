namespace PaymentOperations.Operations;

/// <summary>Something that happened and that the merchant is told: a webhook's content, and an item of the list of events.</summary>
public sealed record PaymentEvent
{
    /// <summary>Its id, the same however often it is told.</summary>
    public required PaymentEventId Id { get; init; }

    /// <summary>What it tells.</summary>
    public required EventType Type { get; init; }

    /// <summary>When it was written to the ledger.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its number among the events of its invoice: 1, 2, 3, without gaps.</summary>
    public required int Order { get; init; }

    /// <summary>The operation as it was then, without its history and what stands in its way.</summary>
    public required Operation Operation { get; init; }
}
