namespace PaymentOperations.Copies;

/// <summary>
/// Which tables a copy has, in the order in which they are read. The ledger is first: what points to it (keys, indexes, messages) is then never older than it, so that nothing in the copy is ever missing from its own
/// index. <c>outstanding</c> is made anew from the ledger when it is put back; how far reconciliations are, and queues, are of no use in another ledger,
/// and what a day has used up of a merchant's caps is of none after it.
/// </summary>
internal static class CopiedTables
{
    public const string Operations = "operations";
    public const string Inbox = "inbox";
    public const string Learned = "learned";

    public static IReadOnlyList<string> All { get; } = [Operations, "keys", Inbox, "quarantine", Learned, "deliveries", "index"];

    /// <summary>Tables that are not copied.</summary>
    public static IReadOnlyList<string> Others { get; } = ["outstanding", "reconciliations", "caps"];
}
