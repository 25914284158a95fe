using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Intake;

/// <summary>A payment with more operations than one request to storage brings.</summary>
public sealed class LongInvoiceListTests(LedgerStorage storage)
{
    private const int Many = 1_010;

    [Fact]
    public async Task every_operation_is_listed_once_and_newest_first_and_a_page_costs_what_it_shows()
    {
        await using var sut = World.Start(storage);
        var rows = await sut.SeedAsync(Many, Kinds);
        var all = new InvoiceQuery(InvoiceNo.Parse("INV-SEED"), Limit: 100);

        var (refunds, costs) = await WalkAsync(sut, all with { Kind = OperationKind.Refund });
        var (everything, _) = await WalkAsync(sut, all);

        refunds.ShouldBe(NewestFirst(rows.Where(row => row.Kind == OperationKind.Refund)));
        everything.ShouldBe(NewestFirst(rows));
        // The first page has seen that the partition is long; each has two requests, and the last sees that nothing follows.
        costs[0].ShouldBe(3);
        costs.Skip(1).ShouldAllBe(cost => cost == 2);
    }

    [Fact]
    public async Task what_the_index_does_not_know_is_listed_and_what_never_came_to_be_is_not()
    {
        await using var sut = World.Start(storage);
        var rows = await sut.SeedAsync(Many, Kinds);
        foreach (var lost in new[] { rows[0], rows[500], rows[^1] })
            await sut.LoseLookupRowsAsync(lost.Id);
        foreach (var gone in new[] { rows[300], rows[700] })
            await sut.Tables.Operations.DeleteEntityAsync(gone.Partition, TableKey.Operation(gone.Id));

        var (everything, _) = await WalkAsync(sut, new InvoiceQuery(InvoiceNo.Parse("INV-SEED"), Limit: 60));

        everything.ShouldBe(NewestFirst(rows.Except([rows[300], rows[700]])));
    }

    [Fact]
    public async Task what_waits_behind_a_persons_decision_says_so_on_every_page()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment("INV-SEED");
        await sut.SeedAsync(Many, (row, _) => row);
        var first = await AcceptAsync(sut);
        await AskForReviewAsync(sut, first);
        var second = await AcceptAsync(sut);
        var third = await AcceptAsync(sut);
        var query = new InvoiceQuery(InvoiceNo.Parse("INV-SEED"), Limit: 1);

        var page = await sut.Reader.ListByInvoiceAsync(sut.Merchant.Id, query, CancellationToken.None);
        var next = await sut.Reader.ListByInvoiceAsync(
            sut.Merchant.Id,
            query with
            {
                Cursor = page.NextCursor,
                Limit = 2,
            },
            CancellationToken.None
        );

        page.Items.Select(item => (item.Id, item.BlockedBy)).ShouldBe([(third, first)]);
        next.Items.Select(item => (item.Id, item.BlockedBy)).ShouldBe([(second, first), (first, null)]);
    }

    private static async Task<OperationId> AcceptAsync(World sut)
    {
        sut.Time.Advance(TimeSpan.FromMilliseconds(1));
        return await sut.AcceptIdAsync(sut.Command(amount: 1m) with { InvoiceNo = InvoiceNo.Parse("INV-SEED") });
    }

    private static async Task AskForReviewAsync(World sut, OperationId id)
    {
        var row = await sut.RowAsync(id, "INV-SEED");
        (
            await sut.Ledger.TryReplaceAsync(
                row with
                {
                    ReviewReason = "A person has to look",
                    ReviewSince = sut.Time.GetUtcNow(),
                },
                CancellationToken.None
            )
        ).ShouldNotBeNull();
    }

    private static OperationRow Kinds(OperationRow row, int number) =>
        row with
        {
            Kind = number % 10 == 0 ? OperationKind.Void : OperationKind.Refund,
            Seq = number,
        };

    private static IEnumerable<OperationId> NewestFirst(IEnumerable<OperationRow> rows) => rows.Select(row => row.Id).Reverse();

    private static async Task<(IReadOnlyList<OperationId> Ids, IReadOnlyList<int> Costs)> WalkAsync(World sut, InvoiceQuery query)
    {
        List<OperationId> ids = [];
        List<int> costs = [];
        do
        {
            OperationPage? page = null;
            var (reads, _) = await sut.CountAsync(async () =>
                page = await sut.Reader.ListByInvoiceAsync(sut.Merchant.Id, query, CancellationToken.None)
            );
            costs.Add(reads);
            page!.CursorIsValid.ShouldBeTrue();
            if (page.NextCursor is not null)
                page.Items.Count.ShouldBe(query.Limit);
            ids.AddRange(page.Items.Select(item => item.Id));
            query = query with { Cursor = page.NextCursor };
        } while (query.Cursor is not null);

        return (ids, costs);
    }
}
