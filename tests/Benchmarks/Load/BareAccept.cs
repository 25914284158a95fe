using Azure.Data.Tables;
using Azure.Storage.Queues;

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
        var partition = $"BARE|{invoiceNo}";
        await Task.WhenAll(ReadAsync("keys", partition), ReadAsync("operations", partition));
        await Table("keys").AddEntityAsync(Row(partition, "key", 3));
        await Task.WhenAll(
            Table("outstanding").AddEntityAsync(Row("BARE", invoiceNo, 8)),
            Table("index")
                .SubmitTransactionAsync([
                    Upsert("BARE", $"event{invoiceNo}"),
                    Add("BARE", $"operation{invoiceNo}", 5),
                    Upsert("BARE", $"invoice{invoiceNo}"),
                    Upsert("BARE", $"amount{invoiceNo}"),
                ]),
            Queue().SendMessageAsync(Message)
        );
        await Table("operations")
            .SubmitTransactionAsync([
                Add(partition, "op", OperationColumns),
                Add(partition, "wait", 3),
                Add(partition, "event", 8),
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
