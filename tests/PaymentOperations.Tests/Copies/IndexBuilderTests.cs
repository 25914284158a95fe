using Azure;
using Azure.Data.Tables;
using PaymentOperations.Copies;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Copies;

/// <summary>The index is written anew from the ledger.</summary>
public sealed class IndexBuilderTests(LedgerStorage storage)
{
    private readonly List<string> _lines = [];

    [Fact]
    public async Task an_index_that_was_lost_is_as_it_was()
    {
        await using var sut = await World.StartAloneAsync(storage);
        await FillAsync(sut);
        var before = await IndexAsync(sut);
        foreach (var row in await RowsAsync(sut))
            await sut.Tables.Index.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);

        var (operations, events, unreadable) = await BuildAsync(sut);

        (await IndexAsync(sut)).ShouldBe(before);
        (operations, events, unreadable).ShouldBe((3, 5, 0));
    }

    [Fact]
    public async Task an_index_that_is_whole_stays_as_it_is()
    {
        await using var sut = await World.StartAloneAsync(storage);
        await FillAsync(sut);
        var before = await IndexAsync(sut);

        await BuildAsync(sut);
        await BuildAsync(sut);

        (await IndexAsync(sut)).ShouldBe(before);
    }

    [Fact]
    public async Task a_row_that_cannot_be_read_is_named_and_keeps_no_other_from_being_found()
    {
        await using var sut = await World.StartAloneAsync(storage);
        var (ended, open) = await FillAsync(sut);
        var broken = new TableEntity(
            TableKey.Invoice(sut.Merchant.Id, InvoiceNo.Parse("INV-1")),
            TableKey.Operation(OperationId.New(sut.Time))
        )
        {
            ["status"] = "NoSuchStatus",
        };
        await sut.Tables.Operations.AddEntityAsync(broken);
        foreach (var row in await RowsAsync(sut))
            await sut.Tables.Index.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);

        var (_, _, unreadable) = await BuildAsync(sut);

        unreadable.ShouldBe(1);
        _lines.ShouldContain(line => line.Contains(broken.RowKey, StringComparison.Ordinal));
        foreach (var id in new[] { ended, open })
            (await sut.Reader.FindAsync(sut.Merchant.Id, id, CancellationToken.None)).ShouldNotBeNull();
        (
            await sut.Get<IEvents>().ListAsync(sut.Merchant.Id, null, EventPage.MaxItems, CancellationToken.None)
        ).Items.Count.ShouldBe(5);
    }

    private async Task<(long Operations, long Events, long Unreadable)> BuildAsync(World world) =>
        await new IndexBuilder(
            new TableServiceClient(world.Connection),
            line =>
            {
                lock (_lines)
                    _lines.Add(line);
            }
        ).RunAsync(CancellationToken.None);

    /// <summary>One that has ended, one that is pending and one that is accepted; long enough ago for its events to be listed.</summary>
    private static async Task<(OperationId Ended, OperationId Open)> FillAsync(World sut)
    {
        sut.AddPayment("INV-1");
        sut.AddPayment("INV-2", isCard: false);
        sut.AddPayment("INV-3");
        var ended = await sut.AcceptIdAsync(sut.Command(invoiceNo: "INV-1", amount: 10m).With(("orderId", "1")));
        await sut.RunAsync(ended, "INV-1");
        var open = await sut.RefundAsync(invoiceNo: "INV-2");
        await sut.RunAsync(open, "INV-2");
        await sut.RefundAsync(invoiceNo: "INV-3");
        sut.Time.Advance(sut.Get<EventTimes>().ListedAfter + TimeSpan.FromSeconds(1));
        return (ended, open);
    }

    private static async Task<IReadOnlyList<TableEntity>> RowsAsync(World sut) =>
        await sut
            .Tables.Index.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {sut.Merchant.Id.Text}"))
            .ToListAsync();

    private static async Task<IReadOnlyList<string>> IndexAsync(World sut) =>
        [
            .. (await RowsAsync(sut)).Select(row =>
                string.Join(
                    ' ',
                    row.Where(column => column.Key is not ("odata.etag" or "Timestamp"))
                        .OrderBy(column => column.Key, StringComparer.Ordinal)
                        .Select(column => $"{column.Key}={column.Value}")
                )
            ),
        ];
}
