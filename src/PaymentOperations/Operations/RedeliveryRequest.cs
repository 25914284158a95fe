namespace PaymentOperations.Operations;

/// <summary>Which events are to be delivered again: these, or all of a time.</summary>
/// <param name="Ids">Ids, at most <see cref="MaxIds"/>; empty for a time.</param>
/// <param name="From">The first moment.</param>
/// <param name="To">The moment after the last; at most <see cref="MaxDays"/> days later.</param>
public sealed record RedeliveryRequest(IReadOnlyList<PaymentEventId> Ids, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    /// <summary>The most ids of one request.</summary>
    public const int MaxIds = 100;

    /// <summary>The longest time of one request.</summary>
    public const int MaxDays = 31;
}
