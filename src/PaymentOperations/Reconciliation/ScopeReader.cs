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
            var table = Scope.IsDay(source) ? tables.ByDay : tables.Outstanding;
            var rows = table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {scope.PartitionOf(source)} and RowKey gt {after}"),
                maxPerPage: limit,
                select: ["PartitionKey", "RowKey", "invoiceNo", "status"],
                cancellationToken
            );
            await foreach (var row in rows)
            {
                hints.Add(HintOf(row, source));
                if (hints.Count == limit)
                    return (hints, hints[^1].Position);
            }
        }

        return (hints, null);
    }

    private static ScopeHint HintOf(TableEntity row, int source) =>
        new(
            new Position(source, row.RowKey),
            OperationId.TryParse(row.RowKey, out var id) ? id : null,
            InvoiceNo.TryParse(row.GetString("invoiceNo"), out var invoiceNo, out _) ? invoiceNo : null,
            OpenOperations.IsFurther(row)
        )
        {
            IsFinal = row.GetString("status") is nameof(OperationStatus.Succeeded) or nameof(OperationStatus.Failed),
        };
}
