using Azure.Data.Tables;
using Azure.Storage.Queues;
using PaymentOperations.Storage;

namespace Benchmarks.Load;

/// <summary>
/// The same seven storage calls in the same four steps as an accept makes, with rows of the same size in partitions of the same kind, and nothing else: what is measured against.
/// </summary>
internal sealed class BareAccept(LoadWorld world)
{
    private const int OperationColumns = 24;
    private const string Text = "a value of usual length, as most columns have one";
    private static readonly string Message = new('m', 250);

    public async Task RunAsync(string invoiceNo)
    {
        var refund = new BareRefund(invoiceNo);
        var (merchant, partition) = (BareRefund.Merchant.Text, refund.Partition);
        var ((shard, open), (_, indexed)) = (refund.KeyIn("outstanding"), refund.KeyIn("index"));
        await Task.WhenAll(ReadAsync("keys", partition), ReadAsync("operations", partition));
        await Table("keys").AddEntityAsync(Row(partition, "key", 3));
        await Task.WhenAll(
            Table("outstanding").AddEntityAsync(Row(shard, open, 8)),
            Table("index")
                .SubmitTransactionAsync([
                    Upsert(merchant, $"event{invoiceNo}"),
                    Add(merchant, indexed, 5),
                    Upsert(merchant, $"invoice{invoiceNo}"),
                    Upsert(merchant, $"amount{invoiceNo}"),
                ]),
            Queue().SendMessageAsync(Message)
        );
        await Table("operations")
            .SubmitTransactionAsync([
                Add(partition, TableKey.Operation(refund.Id), OperationColumns),
                Add(partition, "wait", 3),
                Add(partition, TableKey.Event(refund.Id, 1), 8),
                Add(partition, "happened", 7),
                Add(partition, "invoice", 6),
            ]);
    }

    private Task ReadAsync(string table, string partition) => Table(table).GetEntityIfExistsAsync<TableEntity>(partition, "row");

    private TableClient Table(string name) => world.Tables.GetTableClient(name);

    private QueueClient Queue() => world.Queues.GetQueueClient("refunds-poison");

    private static TableTransactionAction Upsert(string partition, string row) =>
        new(TableTransactionActionType.UpsertReplace, Row(partition, row, 2));

    private static TableTransactionAction Add(string partition, string row, int columns) =>
        new(TableTransactionActionType.Add, Row(partition, row, columns));

    private static TableEntity Row(string partition, string row, int columns)
    {
        var entity = new TableEntity(partition, row);
        for (var column = 0; column < columns; column++)
            entity[$"column{column}"] = Text;
        return entity;
    }
}
