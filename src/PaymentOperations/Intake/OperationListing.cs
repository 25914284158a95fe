using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>
/// Pages through a merchant's operations, newest day first. Open statuses are read from the 16 shards of <c>outstanding</c>, everything else from <c>byday</c>; each item then comes from its ledger row.
/// </summary>
internal sealed class OperationListing(InvoiceLedger ledger, LedgerTables tables)
{
    public async Task<OperationPage> ListAsync(
        MerchantId merchantId,
        OperationQuery query,
        Func<OperationRow, OperationId?, Operation> view,
        CancellationToken cancellationToken
    )
    {
        var partitions = PartitionsOf(merchantId, query);
        if (!TryReadCursor(query.Cursor, partitions.Count, out var index, out var after))
            return new OperationPage([], null, CursorIsValid: false);

        var table = IsOpen(query.Status) ? tables.Outstanding : tables.ByDay;
        var (page, hasMore) = await FirstPageAsync(table, partitions[index], after, cancellationToken);
        List<Operation> items = [];
        foreach (var hint in page)
        {
            // A row that cannot be read must not hide all the others.
            if (
                !OperationId.TryParse(hint.RowKey, out var id)
                || !InvoiceNo.TryParse(hint.GetString("invoiceNo"), out var invoiceNo, out _)
            )
                continue;

            var row = await ledger.FindAsync(merchantId, invoiceNo, id, cancellationToken);
            if (row is { IsTombstone: false } && Fits(row, query))
                items.Add(view(row, null));
        }

        return new OperationPage(items, NextCursor(page, hasMore, index, partitions.Count));
    }

    private static bool IsOpen(OperationStatus? status) =>
        status is not null and not OperationStatus.Succeeded and not OperationStatus.Failed;

    private static bool Fits(OperationRow row, OperationQuery query)
    {
        var day = DateOnly.FromDateTime(row.Id.CreatedAt.UtcDateTime);
        return (query.Status is null || row.Status == query.Status)
            && (query.Kind is null || row.Kind == query.Kind)
            && day >= query.From
            && day <= query.To;
    }

    private static List<string> PartitionsOf(MerchantId merchantId, OperationQuery query)
    {
        if (IsOpen(query.Status))
            return [.. Enumerable.Range(0, TableKey.ShardCount).Select(shard => TableKey.OutstandingShard(shard, merchantId))];

        List<string> days = [];
        for (var day = query.To; day >= query.From; day = day.AddDays(-1))
            days.Add(TableKey.ByDay(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), merchantId));

        return days;
    }

    // Storage may end a page anywhere and even empty; only its continuation token says that nothing is left.
    private static async Task<(IReadOnlyList<TableEntity> Rows, bool HasMore)> FirstPageAsync(
        TableClient table,
        string partition,
        string after,
        CancellationToken cancellationToken
    )
    {
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after}"),
            maxPerPage: OperationQuery.MaxItems,
            cancellationToken: cancellationToken
        );
        await foreach (var page in rows.AsPages())
        {
            if (page.Values.Count > 0)
                return (page.Values, page.ContinuationToken is not null);
        }

        return ([], false);
    }

    private static string? NextCursor(IReadOnlyList<TableEntity> page, bool hasMore, int index, int partitions)
    {
        if (hasMore)
            return Write(index, page[^1].RowKey);

        return index + 1 < partitions ? Write(index + 1, "") : null;
    }

    private static string Write(int index, string after) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{index}:{after}")));

    private static bool TryReadCursor(string? cursor, int partitions, out int index, out string after)
    {
        (index, after) = (0, "");
        if (cursor is null)
            return true;

        Span<byte> bytes = stackalloc byte[64];
        if (cursor.Length > 80 || !Convert.TryFromBase64String(cursor, bytes, out var length))
            return false;

        var parts = Encoding.ASCII.GetString(bytes[..length]).Split(':');
        if (
            parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out index)
            || index >= partitions
            || (parts[1].Length > 0 && !OperationId.TryParse(parts[1], out _))
        )
            return false;

        after = parts[1];
        return true;
    }
}
