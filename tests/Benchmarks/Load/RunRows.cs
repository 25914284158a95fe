using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace Benchmarks.Load;

/// <summary>Rows as the app writes them, taken from one refund at one of its stages: what bare calls write and read is of the same size and of the same types.</summary>
internal sealed class RunRows
{
    private static readonly string[] Own = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];
    private readonly IReadOnlyList<(string Key, KeyValuePair<string, object>[] Columns)> _rows;

    private readonly string _id;

    private RunRows(OperationId id, IEnumerable<TableEntity> rows)
    {
        _id = id.ToString();
        _rows = [.. rows.Select(row => (row.RowKey, row.Where(pair => !Own.Contains(pair.Key)).ToArray()))];
    }

    /// <summary>The rows of an operation as they are now.</summary>
    public static async Task<RunRows> ReadAsync(LoadWorld world, string invoiceNo, OperationId id)
    {
        var rows = await world
            .Tables.GetTableClient("operations")
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {$"{world.Merchant.Id}|{invoiceNo}"}"))
            .ToListAsync();
        return new RunRows(
            id,
            [
                .. rows,
                await HintAsync(world, "outstanding", TableKey.Outstanding(id, world.Merchant.Id), id.ToString()),
                await HintAsync(world, "index", world.Merchant.Id.Text, IndexKey.Operation(id)),
            ]
        );
    }

    /// <summary>The key of the ledger's row that begins so; of several the last.</summary>
    public string KeyOf(string prefix) => Find(prefix).Key;

    /// <summary>The row of the ledger whose key begins so, as another refund's.</summary>
    public TableEntity Ledger(string prefix, BareRefund refund)
    {
        var (key, columns) = Find(prefix);
        return Copy(columns, refund.Partition, key.Replace(_id, refund.Id.ToString(), StringComparison.Ordinal));
    }

    /// <summary>The row of a table of hints, as another refund's.</summary>
    public TableEntity Hint(string table, BareRefund refund)
    {
        var (partition, row) = refund.KeyIn(table);
        return Copy(Find(table).Columns, partition, row);
    }

    private (string Key, KeyValuePair<string, object>[] Columns) Find(string prefix) =>
        _rows.Last(row => row.Key.StartsWith(prefix, StringComparison.Ordinal));

    private static async Task<TableEntity> HintAsync(LoadWorld world, string table, string partition, string row)
    {
        var hint = await world.Tables.GetTableClient(table).GetEntityAsync<TableEntity>(partition, row);
        hint.Value.RowKey = table;
        return hint.Value;
    }

    private static TableEntity Copy(KeyValuePair<string, object>[] columns, string partition, string row)
    {
        var copy = new TableEntity(partition, row);
        foreach (var (column, value) in columns)
            copy[column] = value;
        return copy;
    }
}
