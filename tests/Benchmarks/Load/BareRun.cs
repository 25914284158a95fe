using Azure;
using Azure.Data.Tables;

namespace Benchmarks.Load;

/// <summary>The same storage calls in the same steps as a run of a refund makes, with rows of the same size in partitions of the same kind, and two waits for the gateway: what is measured against.</summary>
internal sealed class BareRun(LoadWorld world)
{
    private const int OperationColumns = 24;
    private const int LargerOperationColumns = 32;
    private const string Text = "a value of usual length, as most columns have one";

    // What stands in one line leaves side by side; a line waits for the one before it.
    private IReadOnlyList<Func<string, Task>[]> Steps =>
        [
            [Query("operations", Invoice, "invoice")],
            [Replace("operations", Invoice, "op", OperationColumns)],
            [
                Query("operations", Invoice, "invoice"),
                Query("inbox", Invoice),
                Read("outstanding", One, Key),
                Read("byday", One, Key),
                Query("learned", One),
            ],
            [Gateway],
            [Commit(Updated("op", LargerOperationColumns), Added("event2", 8))],
            [Gateway],
            [Query("inbox", Invoice)],
            [Announce("lookup")],
            [Upsert("events", 2)],
            [
                Commit(
                    Updated("op", LargerOperationColumns),
                    Added("event3", 8),
                    Deleted("wait"),
                    Added("ref", 2),
                    Updated("invoice", 6),
                    Added("happened2", 7)
                ),
            ],
            [Merge("byday", 6)],
            [Merge("outstanding", 9)],
        ];

    /// <summary>How many storage calls that is.</summary>
    public int Calls => Steps.SelectMany(step => step).Count(call => call != Gateway);

    /// <summary>How many of the steps wait for storage.</summary>
    public int StorageSteps => Steps.Count(step => !step.Contains(Gateway));

    /// <summary>Goes through all steps for an invoice that <see cref="BareAccept"/> made.</summary>
    public async Task RunAsync(string invoiceNo)
    {
        foreach (var step in Steps)
            await Task.WhenAll(step.Select(call => call(invoiceNo)));
    }

    private static string Invoice(string invoiceNo) => $"BARE|{invoiceNo}";

    private static string One(string invoiceNo) => "BARE";

    private static string Key(string invoiceNo) => invoiceNo;

    private Task Gateway(string invoiceNo) =>
        world.GatewayDelay > TimeSpan.Zero ? Task.Delay(world.GatewayDelay) : Task.CompletedTask;

    private Func<string, Task> Query(string table, Func<string, string> partition, string from = "") =>
        async invoiceNo =>
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition(invoiceNo)} and RowKey ge {from}");
            await foreach (var _ in Table(table).QueryAsync<TableEntity>(filter)) { }
        };

    private Func<string, Task> Read(string table, Func<string, string> partition, Func<string, string> row) =>
        invoiceNo => Table(table).GetEntityIfExistsAsync<TableEntity>(partition(invoiceNo), row(invoiceNo), ["column0"]);

    private Func<string, Task> Replace(string table, Func<string, string> partition, string row, int columns) =>
        invoiceNo => Table(table).UpdateEntityAsync(Row(partition(invoiceNo), row, columns), ETag.All, TableUpdateMode.Replace);

    private Func<string, Task> Upsert(string table, int columns) =>
        invoiceNo => Table(table).UpsertEntityAsync(Row("BARE", $"{invoiceNo}-2", columns), TableUpdateMode.Replace);

    private Func<string, Task> Merge(string table, int columns) =>
        invoiceNo => Table(table).UpsertEntityAsync(Row("BARE", invoiceNo, columns), TableUpdateMode.Merge);

    private Func<string, Task> Announce(string table) =>
        invoiceNo =>
            Table(table)
                .SubmitTransactionAsync([
                    new(TableTransactionActionType.UpsertReplace, Row("BARE", $"reference1{invoiceNo}", 2)),
                    new(TableTransactionActionType.UpsertReplace, Row("BARE", $"reference2{invoiceNo}", 2)),
                ]);

    private Func<string, Task> Commit(params Func<string, TableTransactionAction>[] actions) =>
        invoiceNo => Table("operations").SubmitTransactionAsync(actions.Select(action => action(Invoice(invoiceNo))));

    private static Func<string, TableTransactionAction> Added(string row, int columns) =>
        partition => new(TableTransactionActionType.Add, Row(partition, row, columns));

    private static Func<string, TableTransactionAction> Updated(string row, int columns) =>
        partition => new(TableTransactionActionType.UpdateReplace, Row(partition, row, columns), ETag.All);

    private static Func<string, TableTransactionAction> Deleted(string row) =>
        partition => new(TableTransactionActionType.Delete, new TableEntity(partition, row), ETag.All);

    private TableClient Table(string name) => world.Tables.GetTableClient(name);

    private static TableEntity Row(string partition, string row, int columns)
    {
        var entity = new TableEntity(partition, row);
        for (var column = 0; column < columns; column++)
            entity[$"column{column}"] = Text;
        return entity;
    }
}
