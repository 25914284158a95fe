using Azure;
using Azure.Data.Tables;
using PaymentOperations.Merchants;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace Benchmarks.Load;

/// <summary>The same calls of storage and gateway in the same steps as a run of a refund makes, with the same rows in partitions of the same kind, and nothing else: what is measured against.</summary>
internal sealed class BareRun(LoadWorld world, RunStages rows)
{
    // What stands in one line leaves side by side; a line waits for the one before it.
    private IReadOnlyList<Func<BareRefund, Task>[]> Steps =>
        field ??= [
            [Query("operations", refund => refund.Partition, "invoice")],
            [Claim],
            [
                Query("operations", refund => refund.Partition, "invoice"),
                Query("inbox", refund => refund.Id.ToString()),
                Read("outstanding"),
                Read("index"),
                Query("learned", _ => BareRefund.Merchant.Text),
            ],
            [Look],
            [Commit(Replaced(rows.Sending, "op"), Added(rows.Sending, "event"))],
            [Refund],
            [Query("inbox", refund => refund.Id.ToString())],
            [Announce()],
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

    /// <summary>Goes through all steps for a refund that was prepared.</summary>
    public async Task RunAsync(BareRefund refund)
    {
        foreach (var step in Steps)
            await Task.WhenAll(step.Select(call => call(refund)));
    }

    private Task Look(BareRefund refund) =>
        AskAsync(new PaymentProcessRequest { ProcessType = ProcessType.RefundStatus, InvoiceNo = refund.InvoiceNo });

    private Task Refund(BareRefund refund) =>
        AskAsync(
            new PaymentProcessRequest
            {
                ProcessType = ProcessType.Refund,
                InvoiceNo = refund.InvoiceNo,
                ActionAmount = Money.FromAmount(10m),
            }
        );

    private async Task AskAsync(PaymentProcessRequest request)
    {
        var keys = await world.Get<IMerchantSecrets>().GetGatewayMerchantAsync(world.Merchant, CancellationToken.None);
        await world.Get<IPaymentActionClient>().SendAsync(keys, request, TimeSpan.FromSeconds(30), CancellationToken.None);
    }

    private Task Claim(BareRefund refund) =>
        Table("operations").UpdateEntityAsync(rows.Claimed.Ledger("op", refund), ETag.All, TableUpdateMode.Replace);

    private Func<BareRefund, Task> Query(string table, Func<BareRefund, string> partition, string? from = null) =>
        async refund =>
        {
            var filter = from is null
                ? TableClient.CreateQueryFilter($"PartitionKey eq {partition(refund)}")
                : TableClient.CreateQueryFilter($"PartitionKey eq {partition(refund)} and RowKey ge {from}");
            await foreach (var _ in Table(table).QueryAsync<TableEntity>(filter)) { }
        };

    private Func<BareRefund, Task> Read(string table) =>
        refund =>
        {
            var (partition, row) = refund.KeyIn(table);
            return Table(table).GetEntityIfExistsAsync<TableEntity>(partition, row, ["status"]);
        };

    private Func<BareRefund, Task> Merge(string table) =>
        refund => Table(table).UpsertEntityAsync(rows.Ended.Hint(table, refund), TableUpdateMode.Merge);

    // What the accept has not announced.
    private Func<BareRefund, Task> Announce()
    {
        var known = rows.Accepted.Pointers.Select(pointer => pointer.Key).ToHashSet();
        var pointers = rows.Ended.Pointers.Where(pointer => !known.Contains(pointer.Key)).ToList();
        return refund =>
            Table("index")
                .SubmitTransactionAsync(
                    pointers.Select(pointer => new TableTransactionAction(TableTransactionActionType.Add, pointer.Of(refund)))
                );
    }

    private Func<BareRefund, Task> Commit(params Func<BareRefund, TableTransactionAction>[] actions) =>
        refund => Table("operations").SubmitTransactionAsync(actions.Select(action => action(refund)));

    private static Func<BareRefund, TableTransactionAction> Added(RunRows rows, string row) =>
        refund => new(TableTransactionActionType.Add, rows.Ledger(row, refund));

    private static Func<BareRefund, TableTransactionAction> Replaced(RunRows rows, string row) =>
        refund => new(TableTransactionActionType.UpdateReplace, rows.Ledger(row, refund), ETag.All);

    private Func<BareRefund, TableTransactionAction> Deleted(string row) =>
        refund => new(TableTransactionActionType.Delete, new TableEntity(refund.Partition, rows.Accepted.KeyOf(row)), ETag.All);

    private TableClient Table(string name) => world.Tables.GetTableClient(name);
}
