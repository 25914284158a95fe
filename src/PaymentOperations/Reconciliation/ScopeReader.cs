using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>Reads the index from a place on, a bounded part at a time.</summary>
internal sealed class ScopeReader(LedgerTables tables)
{
    /// <summary>The next operations, at most so many, and the place after them; null: nothing is left.</summary>
    public async Task<(IReadOnlyList<ScopeHint> Hints, Position? Next)> ReadAsync(
        Scope scope,
        Position from,
        int limit,
        CancellationToken cancellationToken
    )
    {
        List<ScopeHint> hints = [];
        for (var source = from.Source; source < Scope.Sources; source++)
        {
            var after = source == from.Source ? from.After : "";
            var (table, prefix, filter) = Scope.IsDay(source)
                ? (tables.Index, IndexKey.Operations, FilterOf(scope.MerchantId, scope.DayOf(source), after))
                : (tables.Outstanding, "", FilterOf(scope.ShardOf(source), after));
            var rows = table.QueryAsync<TableEntity>(
                filter,
                maxPerPage: limit,
                select: ["RowKey", "invoiceNo", "status"],
                cancellationToken
            );
            await foreach (var row in rows)
            {
                hints.Add(HintOf(row.RowKey[prefix.Length..], row, source));
                if (hints.Count == limit)
                    return (hints, hints[^1].Position);
            }
        }

        return (hints, null);
    }

    private static string FilterOf(MerchantId merchantId, DateOnly day, string after)
    {
        var first = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var end = IndexKey.Operations + OperationId.Floor(first.AddDays(1));
        // Before the first row nothing is read yet: the day begins with its first moment.
        after = IndexKey.Operations + (after.Length > 0 ? after : OperationId.Floor(first));
        return TableClient.CreateQueryFilter($"PartitionKey eq {merchantId.Text} and RowKey gt {after} and RowKey lt {end}");
    }

    private static string FilterOf(string shard, string after) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey gt {after}");

    private static ScopeHint HintOf(string place, TableEntity row, int source) =>
        new(
            new Position(source, place),
            OperationId.TryParse(place, out var id) ? id : null,
            InvoiceNo.TryParse(row.GetString("invoiceNo"), out var invoiceNo, out _) ? invoiceNo : null,
            OpenOperations.IsFurther(row)
        )
        {
            IsFinal = row.GetString("status") is nameof(OperationStatus.Succeeded) or nameof(OperationStatus.Failed),
        };
}
