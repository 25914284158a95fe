using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace Benchmarks.Load;

/// <summary>The requests that cannot be done without to show a page: the rows of an index that name its operations, and their rows of the ledger, with nothing made of them.</summary>
internal sealed class BareList(LoadWorld world)
{
    private const int AtATime = 16;

    // A page holds 100; that one more follows is seen in the last sixteen that are read.
    private const int Looked = 112;

    /// <summary>One day's rows of the index, and the newest of them from the ledger.</summary>
    public async Task<int> NewestAsync(DateTimeOffset day)
    {
        var first = new DateTimeOffset(day.UtcDateTime.Date, TimeSpan.Zero);
        var (from, end) = (OperationId.Floor(first), OperationId.Floor(first.AddDays(1)));
        var bounds = TableClient.CreateQueryFilter(
            $"PartitionKey eq {world.Merchant.Id.Text} and RowKey ge {IndexKey.Operations + from} and RowKey lt {IndexKey.Operations + end}"
        );
        return await LedgerRowsAsync(await IndexAsync("index", bounds), IndexKey.Operations.Length);
    }

    /// <summary>The shards' rows of the index, and the newest of them from the ledger.</summary>
    public async Task<int> OpenAsync()
    {
        var shards = await Task.WhenAll(
            Enumerable
                .Range(0, TableKey.ShardCount)
                .Select(shard => TableKey.OutstandingShard(shard, world.Merchant.Id))
                .Select(shard => IndexAsync("outstanding", TableClient.CreateQueryFilter($"PartitionKey eq {shard}")))
        );
        return await LedgerRowsAsync([.. shards.SelectMany(rows => rows)], 0);
    }

    /// <summary>An invoice's rows.</summary>
    public async Task<int> InvoiceAsync(string partition)
    {
        var count = 0;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {TableKey.InvoiceRow}");
        await foreach (var _ in Table("operations").QueryAsync<TableEntity>(filter))
            count++;
        return count;
    }

    private async Task<IReadOnlyList<TableEntity>> IndexAsync(string table, string filter)
    {
        List<TableEntity> rows = [];
        var found = Table(table).QueryAsync<TableEntity>(filter, select: ["RowKey", "invoiceNo", "kind", "status"]);
        await foreach (var row in found)
            rows.Add(row);
        return rows;
    }

    private async Task<int> LedgerRowsAsync(IReadOnlyList<TableEntity> index, int prefix)
    {
        var count = 0;
        var newest = index.OrderByDescending(row => row.RowKey, StringComparer.Ordinal).Take(Looked);
        foreach (var some in newest.Chunk(AtATime))
        {
            await Task.WhenAll(
                some.Select(row =>
                    Table("operations")
                        .GetEntityIfExistsAsync<TableEntity>(
                            $"{world.Merchant.Id}|{row.GetString("invoiceNo")}",
                            $"op-{OperationId.Parse(row.RowKey[prefix..])}"
                        )
                )
            );
            count += some.Length;
        }

        return count;
    }

    private TableClient Table(string name) => world.Tables.GetTableClient(name);
}
