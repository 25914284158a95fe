using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Storage;

/// <summary>Which storage requests the first page of each list costs, where three refunds of one payment are there, one after the other. docs/finding.md and docs/webhooks.md say what each is for; how costs grow is other tests'.</summary>
public sealed class ListRequestCountTests(LedgerStorage storage)
{
    private const int Operations = 3;
    private const int Shards = 16;

    private static readonly IReadOnlyList<string> EachOperation = [.. Enumerable.Repeat("read operations", Operations)];

    [Fact]
    public async Task newest_first()
    {
        await using var sut = await StartAsync();

        var requests = await TakeAsync(sut, sut.OfDays(7), found: Operations);

        requests.ShouldBe(["query index", .. EachOperation], ignoreOrder: true);
    }

    [Fact]
    public async Task by_a_status_that_is_an_end()
    {
        await using var sut = await StartAsync();
        await DoneAsync(sut);

        var requests = await TakeAsync(sut, sut.OfDays(7, OperationStatus.Succeeded), found: 1);

        requests.ShouldBe(["query index", .. EachOperation, "read operations"], ignoreOrder: true);
    }

    [Fact]
    public async Task by_a_status_that_is_open()
    {
        await using var sut = await StartAsync();

        var requests = await TakeAsync(sut, Listing.Everything(OperationStatus.Accepted), found: Operations);

        requests.ShouldBe([.. Enumerable.Repeat("query outstanding", Shards), .. EachOperation], ignoreOrder: true);
    }

    [Fact]
    public async Task of_one_payment()
    {
        await using var sut = await StartAsync();
        var query = new InvoiceQuery(InvoiceNo.Parse("INV-1"), OperationKind.Refund);

        var requests = new CountedRequests(sut);
        var page = await sut.Reader.ListByInvoiceAsync(sut.Merchant.Id, query, CancellationToken.None);

        page.Items.Count.ShouldBe(Operations);
        requests.Take().ShouldBe(["query operations"]);
    }

    [Fact]
    public async Task by_a_reference()
    {
        await using var sut = await StartAsync();
        var search = new OperationSearch { Reference = (await DoneAsync(sut)).Reference.ShouldNotBeNull() };

        var requests = await TakeAsync(sut, Listing.Everything() with { Search = search }, found: 1);

        requests.ShouldBe(["query index", "read operations"], ignoreOrder: true);
    }

    [Fact]
    public async Task by_a_pair_of_metadata()
    {
        await using var sut = await StartAsync();

        var requests = await TakeAsync(
            sut,
            Listing.Everything() with
            {
                Search = Searching.ByMetadata(("order", "1")),
            },
            found: 1
        );

        requests.ShouldBe(["query index", "read operations"], ignoreOrder: true);
    }

    [Fact]
    public async Task by_two_pairs_of_metadata()
    {
        await using var sut = await StartAsync();

        var requests = await TakeAsync(
            sut,
            Listing.Everything() with
            {
                Search = Searching.ByMetadata(("order", "1"), ("channel", "web")),
            },
            found: 1
        );

        requests.ShouldBe(["query index", "query index", "read operations"], ignoreOrder: true);
    }

    [Fact]
    public async Task updated_since()
    {
        await using var sut = await StartAsync();
        var query = Listing.Everything() with { UpdatedSince = sut.Time.GetUtcNow().AddHours(-1) };
        sut.Time.Advance(sut.Get<EventTimes>().ListedAfter + TimeSpan.FromSeconds(1));

        var requests = await TakeAsync(sut, query, found: Operations);

        requests.ShouldBe(["query index", "query index", .. EachOperation, .. EachOperation], ignoreOrder: true);
    }

    [Fact]
    public async Task events()
    {
        await using var sut = await StartAsync();
        sut.Time.Advance(sut.Get<EventTimes>().ListedAfter + TimeSpan.FromSeconds(1));

        var requests = new CountedRequests(sut);
        var page = await sut.Get<IEvents>().ListAsync(sut.Merchant.Id, null, EventPage.MaxItems, CancellationToken.None);

        page.Items.Count.ShouldBe(Operations);
        requests.Take().ShouldBe(["query index", .. EachOperation], ignoreOrder: true);
    }

    private async Task<World> StartAsync()
    {
        var sut = World.Start(storage);
        sut.AddPayment();
        for (var number = 0; number < Operations; number++)
            await sut.AcceptIdAsync(sut.Command().With(("order", $"{number}"), ("channel", "web")));
        return sut;
    }

    /// <summary>A fourth one, of another payment, that has succeeded.</summary>
    private static async Task<OperationRow> DoneAsync(World sut)
    {
        sut.AddPayment("INV-2");
        var id = await sut.RefundAsync(invoiceNo: "INV-2");
        await sut.RunAsync(id, "INV-2");
        return await sut.RowAsync(id, "INV-2");
    }

    private static async Task<IReadOnlyList<string>> TakeAsync(World sut, OperationQuery query, int found)
    {
        var requests = new CountedRequests(sut);
        var page = await sut.Reader.ListAsync(sut.Merchant.Id, query, CancellationToken.None);
        page.Items.Count.ShouldBe(found);
        page.NextCursor.ShouldBeNull();
        return requests.Take();
    }
}
