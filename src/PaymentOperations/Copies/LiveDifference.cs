using Azure.Data.Tables;

namespace PaymentOperations.Copies;

/// <summary>How a table differs from its copy.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Same">Rows that are equal.</param>
/// <param name="Changed">Rows that were written since.</param>
/// <param name="OnlyLive">Rows that came since.</param>
/// <param name="OnlyCopied">Rows that went since, or are missing.</param>
internal sealed record LiveDifference(string Table, long Same, long Changed, long OnlyLive, long OnlyCopied)
{
    public bool Any => Changed + OnlyLive + OnlyCopied > 0;

    /// <summary>Reads both once, side by side: storage gives rows in the order of their keys.</summary>
    public static async Task<LiveDifference> OfAsync(
        string table,
        IAsyncEnumerable<TableEntity> copied,
        IAsyncEnumerable<TableEntity> live,
        CancellationToken cancellationToken
    )
    {
        await using var ours = copied.GetAsyncEnumerator(cancellationToken);
        await using var theirs = live.GetAsyncEnumerator(cancellationToken);
        var (hasOurs, hasTheirs) = (await ours.MoveNextAsync(), await theirs.MoveNextAsync());
        var (same, changed, onlyLive, onlyCopied) = (0L, 0L, 0L, 0L);
        while (hasOurs || hasTheirs)
        {
            var order =
                !hasOurs ? 1
                : !hasTheirs ? -1
                : Compare(ours.Current, theirs.Current);
            if (order < 0)
                onlyCopied++;
            else if (order > 0)
                onlyLive++;
            else if (RowText.Write(ours.Current) == RowText.Write(theirs.Current))
                same++;
            else
                changed++;

            if (order <= 0)
                hasOurs = await ours.MoveNextAsync();
            if (order >= 0)
                hasTheirs = await theirs.MoveNextAsync();
        }
        return new LiveDifference(table, same, changed, onlyLive, onlyCopied);
    }

    private static int Compare(TableEntity one, TableEntity other) =>
        string.CompareOrdinal(one.PartitionKey, other.PartitionKey) is var partitions and not 0
            ? partitions
            : string.CompareOrdinal(one.RowKey, other.RowKey);
}
