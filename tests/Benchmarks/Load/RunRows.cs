using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace Benchmarks.Load;

/// <summary>Rows as the app writes them, taken from one refund that it accepted and ran to its end: what bare calls write and read is of the same size and of the same types.</summary>
internal sealed class RunRows
{
    private static readonly string[] Own = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];
    private readonly IReadOnlyList<TableEntity> _accepted;
    private readonly IReadOnlyList<TableEntity> _ended;

    private RunRows(IReadOnlyList<TableEntity> accepted, IReadOnlyList<TableEntity> ended) =>
        (_accepted, _ended) = (accepted, ended);

    public static async Task<RunRows> TakeAsync(LoadWorld world)
    {
        var invoiceNo = world.NewInvoice();
        var id = await world.AcceptAsync(invoiceNo);
        var accepted = await ReadAsync(world, invoiceNo, id);
        await world.RunAsync(invoiceNo, id);
        return new RunRows(accepted, await ReadAsync(world, invoiceNo, id));
    }

    /// <summary>The row of an accepted refund whose key begins so, in another place.</summary>
    public TableEntity Accepted(string prefix, string partition, string row) => Copy(_accepted, prefix, partition, row);

    /// <summary>The same of a refund that has ended; of several the last.</summary>
    public TableEntity Ended(string prefix, string partition, string row) => Copy(_ended, prefix, partition, row);

    private static async Task<IReadOnlyList<TableEntity>> ReadAsync(LoadWorld world, string invoiceNo, OperationId id)
    {
        var rows = await world
            .Tables.GetTableClient("operations")
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {$"{world.Merchant.Id}|{invoiceNo}"}"))
            .ToListAsync();
        var hint = await world
            .Tables.GetTableClient("outstanding")
            .GetEntityAsync<TableEntity>(TableKey.Outstanding(id, world.Merchant.Id), id.ToString());
        hint.Value.RowKey = "hint";
        return [.. rows, hint.Value];
    }

    private static TableEntity Copy(IReadOnlyList<TableEntity> rows, string prefix, string partition, string row)
    {
        var sample = rows.Last(one => one.RowKey.StartsWith(prefix, StringComparison.Ordinal));
        var copy = new TableEntity(partition, row);
        foreach (var (column, value) in sample.Where(pair => !Own.Contains(pair.Key)))
            copy[column] = value;
        return copy;
    }
}
