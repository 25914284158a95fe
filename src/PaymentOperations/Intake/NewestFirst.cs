using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using PaymentOperations.Operations;

namespace PaymentOperations.Intake;

/// <summary>
/// Reads the rows of a partition whose keys are operations' ids, newest first. Tables are read in ascending order only, but ids begin with the moment of their making: the partition is read in slices of time, the latest
/// first, each whole and then turned round. A slice that holds more than a page of storage is cut shorter, so that a day of a hundred thousand operations costs a page a few requests and a quiet one costs one.
/// </summary>
/// <param name="table">The index.</param>
/// <param name="filter">What else its rows must fit, as a filter of storage; it may only leave out what cannot be wanted.</param>
/// <param name="budget">What the request may read.</param>
/// <param name="prefix">What stands before the ids in the keys.</param>
internal sealed class NewestFirst(TableClient table, string filter, ReadBudget budget, string prefix = "")
{
    private const int Plenty = 1_000;
    private const int Wanted = Plenty / 2;

    /// <summary>The rows before a text and not before a moment; after each slice an entry without a row says how far it went.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="before">Where it begins: rows have smaller keys, less the prefix.</param>
    /// <param name="latest">No row is later.</param>
    /// <param name="earliest">Where it ends, included.</param>
    /// <param name="cancellationToken">The caller went away.</param>
    public async IAsyncEnumerable<(string Position, TableEntity? Row)> ReadAsync(
        string partition,
        string before,
        DateTimeOffset latest,
        DateTimeOffset earliest,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var first = earliest.ToUnixTimeMilliseconds();
        var end = Math.Min(latest.ToUnixTimeMilliseconds(), MomentIn(before) ?? long.MaxValue) + 1;
        var width = end - first;
        // Up to here a slice that was cut has been read: behind it are more.
        long? known = null;
        var isFirst = true;
        while (end > first)
        {
            // The first slice is always read: each request gets on by one at least.
            if (!budget.TryTakePage() && !isFirst)
            {
                budget.StopAt(before);
                yield break;
            }

            var start = Math.Max(first, end - width);
            var from = OperationId.Floor(DateTimeOffset.FromUnixTimeMilliseconds(start));
            var (rows, isWhole) = await ReadSliceAsync(partition, from, before, end - start > 1, cancellationToken);
            if (!isWhole)
            {
                (known, width) = Shorter(rows, start, end);
                continue;
            }

            for (var index = rows.Count - 1; index >= 0; index--)
                yield return (PositionOf(rows[index]), rows[index]);
            yield return (from, null);

            isFirst = false;
            (before, end) = (from, start);
            width = (rows.Count, known) switch
            {
                // What was seen lies further back than its density said: half of the way to it is next.
                (0, { } place) => Math.Max((end - place) / 2, 1),
                (0, null) => width * 8,
                var (count, _) => Math.Clamp(width * Wanted / count, Math.Max(width / 2, 1), width * 8),
            };
            known = rows.Count == 0 ? known : null;
        }
    }

    private async Task<(IReadOnlyList<TableEntity> Rows, bool IsWhole)> ReadSliceAsync(
        string partition,
        string from,
        string before,
        bool mayBeCut,
        CancellationToken cancellationToken
    )
    {
        var bounds = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {prefix + from} and RowKey lt {prefix + before}"
        );
        List<TableEntity> rows = [];
        var pages = table
            .QueryAsync<TableEntity>(
                bounds + filter,
                Plenty,
                select: ["RowKey", "invoiceNo", "kind", "status"],
                cancellationToken: cancellationToken
            )
            .AsPages();
        // Storage may end a page anywhere and even empty; only its continuation token says that nothing is left.
        await foreach (var page in pages)
        {
            rows.AddRange(page.Values);
            if (page.ContinuationToken is null)
                break;
            if (rows.Count >= Plenty && mayBeCut)
                return (rows, false);
            budget.TryTakePage();
        }

        return (rows, true);
    }

    // So that about half a page is to be expected at the end, if it is as dense there as at the beginning.
    private (long Known, long Width) Shorter(IReadOnlyList<TableEntity> rows, long start, long end)
    {
        var (begins, ends) = (MomentOf(rows[0]) ?? start, MomentOf(rows[^1]) ?? start);
        return (ends, Math.Max(1, Math.Min((end - ends) / 2, (ends - begins) / 2)));
    }

    private long? MomentOf(TableEntity row) => MomentIn(PositionOf(row));

    private string PositionOf(TableEntity row) => row.RowKey[prefix.Length..];

    // Ids, and texts between them, begin with it: twelve hex digits, and a hyphen among them.
    private static long? MomentIn(string text) =>
        text.Length >= 13
        && long.TryParse(
            string.Concat(text.AsSpan(0, 8), text.AsSpan(9, 4)),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var moment
        )
            ? moment
            : null;
}
