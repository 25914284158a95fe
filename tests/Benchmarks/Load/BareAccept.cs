using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Benchmarks.Load;

/// <summary>
/// The same seven storage calls in the same four steps as an accept makes, with the same rows in partitions of the same kind, and nothing else: what is measured against.
/// </summary>
internal sealed class BareAccept(LoadWorld world, RunRows rows)
{
    private static readonly string Message = new('m', 250);

    /// <summary>Writes what an accept writes.</summary>
    public async Task<BareRefund> RunAsync(string invoiceNo)
    {
        var refund = new BareRefund(invoiceNo);
        var (partition, key) = refund.KeyIn("keys");
        await Task.WhenAll(ReadAsync("keys", partition, key), ReadAsync("operations", refund.Partition, "invoice"));
        await Table("keys").AddEntityAsync(rows.Hint("keys", refund));
        await Task.WhenAll(
            Table("outstanding").AddEntityAsync(rows.Hint("outstanding", refund)),
            Table("index")
                .SubmitTransactionAsync([
                    new(TableTransactionActionType.Add, rows.Hint("index", refund)),
                    .. rows.Pointers.Select(pointer => new TableTransactionAction(
                        TableTransactionActionType.Add,
                        pointer.Of(refund)
                    )),
                ]),
            Queue().SendMessageAsync(Message)
        );
        await Table("operations")
            .SubmitTransactionAsync(
                new[] { "op", "wait", "event", "happened", "invoice" }.Select(row => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    rows.Ledger(row, refund)
                ))
            );
        return refund;
    }

    private Task ReadAsync(string table, string partition, string row) =>
        Table(table).GetEntityIfExistsAsync<TableEntity>(partition, row);

    private TableClient Table(string name) => world.Tables.GetTableClient(name);

    private QueueClient Queue() => world.Queues.GetQueueClient("refunds-poison");
}
