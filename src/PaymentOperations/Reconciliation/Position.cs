namespace PaymentOperations.Reconciliation;

/// <summary>A place in the order in which operations are looked at: the days, oldest first, then the shards of what is open; within each by operation id.</summary>
/// <param name="Source">Which of the partitions, from 0.</param>
/// <param name="After">The row key that was passed last; empty at a partition's beginning.</param>
internal readonly record struct Position(int Source, string After)
{
    public static Position Start { get; } = new(0, "");
}
