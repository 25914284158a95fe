using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>
/// Spells the row keys of the table <c>index</c>, whose partitions are merchants. What an operation is found by is spelt by <see cref="LookupKey"/>; no two kinds of rows begin alike.
/// </summary>
internal static class IndexKey
{
    /// <summary>Begins the rows of operations; what follows is the id, so that they stand in the order of their making.</summary>
    public const string Operations = "operation|";

    /// <summary>Begins the pointers to events, which stand in the order of their ids.</summary>
    public const string Events = "event|";

    public static string Operation(OperationId id) => Operations + id;

    public static string Event(PaymentEventId id) => Events + id;

    /// <summary>The id's text in the key of an operation's row.</summary>
    public static string IdIn(string rowKey) => rowKey[Operations.Length..];
}
