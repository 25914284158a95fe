using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace Benchmarks.Load;

/// <summary>Rows as the app writes them, taken from one refund at one of its stages: what bare calls write and read is of the same size and of the same types.</summary>
internal sealed class RunRows
{
    private static readonly string[] Own = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    private readonly string _id;
    private readonly IReadOnlyList<Row> _ledger;
    private readonly IReadOnlyDictionary<string, Row> _hints;

    private RunRows(
        OperationId id,
        IEnumerable<TableEntity> ledger,
        IEnumerable<(string Table, TableEntity Row)> hints,
        IEnumerable<TableEntity> pointers
    )
    {
        _id = id.ToString();
        _ledger = [.. ledger.Select(Row.Of)];
        _hints = hints.ToDictionary(hint => hint.Table, hint => Row.Of(hint.Row));
        Pointers = [.. pointers.Select(Row.Of)];
    }

    /// <summary>What leads to the operation and to its events in the table <c>index</c>, but the row that is named by the operation's id.</summary>
    public IReadOnlyList<Row> Pointers { get; }

    /// <summary>The rows of an operation as they are now.</summary>
    public static async Task<RunRows> ReadAsync(LoadWorld world, string invoiceNo, OperationId id)
    {
        var merchant = world.Merchant.Id;
        var keyHash = TableKey.HashOfKey(invoiceNo);
        List<(string Table, TableEntity Row)> hints = [];
        foreach (var (table, partition, row) in BareRefund.PlacesOf(id, merchant, keyHash))
            hints.Add((table, await world.Tables.GetTableClient(table).GetEntityAsync<TableEntity>(partition, row)));
        var pointers = await QueryAsync(world, "index", $"PartitionKey eq {merchant.Text} and invoiceNo eq {invoiceNo}");
        return new RunRows(
            id,
            await QueryAsync(world, "operations", $"PartitionKey eq {$"{merchant}|{invoiceNo}"}"),
            hints,
            pointers.Where(row => row.RowKey != IndexKey.Operation(id))
        );
    }

    /// <summary>The key of the ledger's row that begins so; of several the last.</summary>
    public string KeyOf(string prefix) => Find(prefix).Key;

    /// <summary>The row of the ledger whose key begins so, as another refund's.</summary>
    public TableEntity Ledger(string prefix, BareRefund refund)
    {
        var row = Find(prefix);
        return row.At(refund.Partition, row.Key.Replace(_id, refund.Id.ToString(), StringComparison.Ordinal));
    }

    /// <summary>The row of a table of hints or of <c>keys</c>, as another refund's.</summary>
    public TableEntity Hint(string table, BareRefund refund)
    {
        var (partition, row) = refund.KeyIn(table);
        return _hints[table].At(partition, row);
    }

    private Row Find(string prefix) => _ledger.Last(row => row.Key.StartsWith(prefix, StringComparison.Ordinal));

    private static async Task<List<TableEntity>> QueryAsync(LoadWorld world, string table, FormattableString filter) =>
        await world.Tables.GetTableClient(table).QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter)).ToListAsync();

    /// <summary>A row without its place.</summary>
    /// <param name="Key">Its own row key.</param>
    /// <param name="Columns">What stands in it.</param>
    internal sealed record Row(string Key, IReadOnlyList<KeyValuePair<string, object>> Columns)
    {
        public static Row Of(TableEntity row) => new(row.RowKey, [.. row.Where(pair => !Own.Contains(pair.Key))]);

        /// <summary>The same in another place.</summary>
        public TableEntity At(string partition, string key)
        {
            var copy = new TableEntity(partition, key);
            foreach (var (column, value) in Columns)
                copy[column] = value;
            return copy;
        }

        /// <summary>The same pointer as one of another refund: the end of its key tells them apart.</summary>
        public TableEntity Of(BareRefund refund)
        {
            var position = Key.StartsWith(IndexKey.Events, StringComparison.Ordinal)
                ? OperationId.New(TimeProvider.System).ToString()
                : LookupKey.PositionOf(refund.Id);
            return At(BareRefund.Merchant.Text, Key[..^position.Length] + position);
        }
    }
}
