using Azure;
using Azure.Data.Tables;
using PaymentOperations.Merchants;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace Benchmarks.Load;

/// <summary>The same calls of storage and gateway in the same steps as a run of a refund makes, with the same rows in partitions of the same kind, and nothing else: what is measured against.</summary>
internal sealed class BareRun(LoadWorld world, RunStages rows)
{
    // As long as an operation's id, and as a key by which an operation is found.
    private const int IdLength = 36;
    private const int LookupLength = 75;

    // What stands in one line leaves side by side; a line waits for the one before it.
    private IReadOnlyList<Func<string, Task>[]> Steps =>
        field ??= [
            [Query("operations", Invoice, "invoice")],
            [Claim],
            [
                Query("operations", Invoice, "invoice"),
                Query("inbox", Id),
                Read("outstanding"),
                Read("index"),
                Query("learned", _ => "BARE"),
            ],
            [Look],
            [Commit(Replaced(rows.Sending, "op"), Added(rows.Sending, "event"))],
            [Refund],
            [Query("inbox", Id)],
            [Announce("ended", "reference", "transaction")],
            [
                Commit(
                    Replaced(rows.Ended, "op"),
                    Added(rows.Ended, "event"),
                    Deleted("wait"),
                    Added(rows.Ended, "ref"),
                    Replaced(rows.Ended, "invoice"),
                    Added(rows.Ended, "happened")
                ),
            ],
            [Merge("index")],
            [Merge("outstanding")],
        ];

    /// <summary>How many storage calls that is.</summary>
    public int Calls => Steps.SelectMany(step => step).Count(call => call != Look && call != Refund);

    /// <summary>How many of the steps wait for storage.</summary>
    public int StorageSteps => Steps.Count(step => !step.Contains(Look) && !step.Contains(Refund));

    /// <summary>Writes what an accept leaves behind.</summary>
    public async Task PrepareAsync(string invoiceNo)
    {
        var partition = Invoice(invoiceNo);
        await Table("operations")
            .SubmitTransactionAsync(
                new[] { "op", "wait", "event", "happened", "invoice" }.Select(row => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    rows.Accepted.Ledger(row, partition)
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

    private static string Id(string invoiceNo) => Long(invoiceNo, IdLength);

    private static string Long(string text, int length) => $"{text}|".PadRight(length, '0');

    private Task Look(string invoiceNo) =>
        AskAsync(new PaymentProcessRequest { ProcessType = ProcessType.RefundStatus, InvoiceNo = invoiceNo });

    private Task Refund(string invoiceNo) =>
        AskAsync(
            new PaymentProcessRequest
            {
                ProcessType = ProcessType.Refund,
                InvoiceNo = invoiceNo,
                ActionAmount = Money.FromAmount(10m),
            }
        );

    private async Task AskAsync(PaymentProcessRequest request)
    {
        var keys = await world.Get<IMerchantSecrets>().GetGatewayMerchantAsync(world.Merchant, CancellationToken.None);
        await world.Get<IPaymentActionClient>().SendAsync(keys, request, TimeSpan.FromSeconds(30), CancellationToken.None);
    }

    private Task Claim(string invoiceNo) =>
        Table("operations").UpdateEntityAsync(rows.Claimed.Ledger("op", Invoice(invoiceNo)), ETag.All, TableUpdateMode.Replace);

    private Func<string, Task> Query(string table, Func<string, string> partition, string? from = null) =>
        async invoiceNo =>
        {
            var filter = from is null
                ? TableClient.CreateQueryFilter($"PartitionKey eq {partition(invoiceNo)}")
                : TableClient.CreateQueryFilter($"PartitionKey eq {partition(invoiceNo)} and RowKey ge {from}");
            await foreach (var _ in Table(table).QueryAsync<TableEntity>(filter)) { }
        };

    private Func<string, Task> Read(string table) =>
        invoiceNo => Table(table).GetEntityIfExistsAsync<TableEntity>("BARE", Id(invoiceNo), ["status"]);

    private Func<string, Task> Merge(string table) =>
        invoiceNo => Table(table).UpsertEntityAsync(rows.Ended.Hint(table, "BARE", Id(invoiceNo)), TableUpdateMode.Merge);

    private Func<string, Task> Announce(params string[] keys) =>
        invoiceNo =>
            Table("index")
                .SubmitTransactionAsync(
                    keys.Select(key => new TableTransactionAction(
                        TableTransactionActionType.UpsertReplace,
                        new TableEntity("BARE", Long($"{key}{invoiceNo}", LookupLength))
                        {
                            ["invoiceNo"] = invoiceNo,
                            ["kind"] = "Refund",
                        }
                    ))
                );

    private Func<string, Task> Commit(params Func<string, TableTransactionAction>[] actions) =>
        invoiceNo => Table("operations").SubmitTransactionAsync(actions.Select(action => action(Invoice(invoiceNo))));

    private static Func<string, TableTransactionAction> Added(RunRows rows, string row) =>
        partition => new(TableTransactionActionType.Add, rows.Ledger(row, partition));

    private static Func<string, TableTransactionAction> Replaced(RunRows rows, string row) =>
        partition => new(TableTransactionActionType.UpdateReplace, rows.Ledger(row, partition), ETag.All);

    private Func<string, TableTransactionAction> Deleted(string row) =>
        partition => new(TableTransactionActionType.Delete, new TableEntity(partition, rows.Accepted.KeyOf(row)), ETag.All);

    private TableClient Table(string name) => world.Tables.GetTableClient(name);
}
