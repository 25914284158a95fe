using Azure;
using Azure.Data.Tables;

namespace Benchmarks.Load;

/// <summary>The same storage calls in the same steps as a run of a refund makes, with the same rows in partitions of the same kind, and two waits for the gateway: what is measured against.</summary>
internal sealed class BareRun(LoadWorld world, RunRows rows)
{
    // What stands in one line leaves side by side; a line waits for the one before it.
    private IReadOnlyList<Func<string, Task>[]> Steps =>
        [
            [Query("operations", Invoice, "invoice")],
            [Claim],
            [
                Query("operations", Invoice, "invoice"),
                Query("inbox", Invoice),
                Read("outstanding"),
                Read("index"),
                Query("learned", _ => "BARE"),
            ],
            [Gateway],
            [Commit(AcceptedAs("op"), Added("event", "event2"))],
            [Gateway],
            [Query("inbox", Invoice)],
            [Announce("ended", "reference", "transaction")],
            [
                Commit(
                    EndedAs("op"),
                    Added("event", "event3"),
                    Deleted("wait"),
                    Added("ref", "ref"),
                    EndedAs("invoice"),
                    Added("happened", "happened2")
                ),
            ],
            [Merge("index")],
            [Merge("outstanding")],
        ];

    /// <summary>How many storage calls that is.</summary>
    public int Calls => Steps.SelectMany(step => step).Count(call => call != Gateway);

    /// <summary>How many of the steps wait for storage.</summary>
    public int StorageSteps => Steps.Count(step => !step.Contains(Gateway));

    /// <summary>Writes what an accept leaves behind.</summary>
    public async Task PrepareAsync(string invoiceNo)
    {
        var partition = Invoice(invoiceNo);
        await Table("operations")
            .SubmitTransactionAsync(
                new[] { "op", "wait", "event", "happened", "invoice" }.Select(row => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    rows.Accepted(row, partition, row)
                ))
            );
        await Task.WhenAll(
            Merge("index")(invoiceNo),
            Merge("outstanding")(invoiceNo),
            Announce("accepted", "invoice", "amount")(invoiceNo)
        );
    }

    /// <summary>Goes through all steps for an invoice that was prepared.</summary>
    public async Task RunAsync(string invoiceNo)
    {
        foreach (var step in Steps)
            await Task.WhenAll(step.Select(call => call(invoiceNo)));
    }

    private static string Invoice(string invoiceNo) => $"BARE|{invoiceNo}";

    private Task Gateway(string invoiceNo) =>
        world.GatewayDelay > TimeSpan.Zero ? Task.Delay(world.GatewayDelay) : Task.CompletedTask;

    private Task Claim(string invoiceNo) =>
        Table("operations").UpdateEntityAsync(rows.Accepted("op", Invoice(invoiceNo), "op"), ETag.All, TableUpdateMode.Replace);

    private Func<string, Task> Query(string table, Func<string, string> partition, string from = "") =>
        async invoiceNo =>
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition(invoiceNo)} and RowKey ge {from}");
            await foreach (var _ in Table(table).QueryAsync<TableEntity>(filter)) { }
        };

    private Func<string, Task> Read(string table) =>
        invoiceNo => Table(table).GetEntityIfExistsAsync<TableEntity>("BARE", invoiceNo, ["status"]);

    private Func<string, Task> Merge(string table) =>
        invoiceNo => Table(table).UpsertEntityAsync(rows.Ended("hint", "BARE", invoiceNo), TableUpdateMode.Merge);

    private Func<string, Task> Announce(params string[] keys) =>
        invoiceNo =>
            Table("index")
                .SubmitTransactionAsync(
                    keys.Select(key => new TableTransactionAction(
                        TableTransactionActionType.UpsertReplace,
                        new TableEntity("BARE", $"{key}{invoiceNo}") { ["invoiceNo"] = invoiceNo, ["kind"] = "Refund" }
                    ))
                );

    private Func<string, Task> Commit(params Func<string, TableTransactionAction>[] actions) =>
        invoiceNo => Table("operations").SubmitTransactionAsync(actions.Select(action => action(Invoice(invoiceNo))));

    private Func<string, TableTransactionAction> Added(string prefix, string row) =>
        partition => new(TableTransactionActionType.Add, rows.Ended(prefix, partition, row));

    private Func<string, TableTransactionAction> AcceptedAs(string row) =>
        partition => new(TableTransactionActionType.UpdateReplace, rows.Accepted(row, partition, row), ETag.All);

    private Func<string, TableTransactionAction> EndedAs(string row) =>
        partition => new(TableTransactionActionType.UpdateReplace, rows.Ended(row, partition, row), ETag.All);

    private static Func<string, TableTransactionAction> Deleted(string row) =>
        partition => new(TableTransactionActionType.Delete, new TableEntity(partition, row), ETag.All);

    private TableClient Table(string name) => world.Tables.GetTableClient(name);
}
