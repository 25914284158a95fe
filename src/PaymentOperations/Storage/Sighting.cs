namespace PaymentOperations.Storage;

/// <summary>An entry of a verified list of refunds that is ours, or that nobody explained when it was seen. A later list that no longer shows it does not undo it.</summary>
internal sealed record Sighting
{
    /// <summary>Its reference, if it had one.</summary>
    public string? Reference { get; init; }

    /// <summary>Its status when it was last seen.</summary>
    public required string Status { get; init; }

    /// <summary>Its amount in minor units; null where it could not be read.</summary>
    public long? Amount { get; init; }

    /// <summary>Whether it was known to be this operation's.</summary>
    public bool IsOurs { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset At { get; init; }
}
