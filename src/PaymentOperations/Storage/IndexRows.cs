using Azure.Data.Tables;

namespace PaymentOperations.Storage;

/// <summary>What is written into the index beside the pointers to a change's events, in the same transaction.</summary>
/// <param name="Rows">The rows; they tell of the operation that the events tell of.</param>
/// <param name="AreNeeded">Whether nothing is committed without them. Else the pointers are written without them where they cannot be had in time.</param>
internal sealed record IndexRows(IReadOnlyList<TableEntity> Rows, bool AreNeeded)
{
    /// <summary>Nothing.</summary>
    public static IndexRows None { get; } = new([], AreNeeded: true);
}
