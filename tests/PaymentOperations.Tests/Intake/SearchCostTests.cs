using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Intake;

/// <summary>What searches and what they need cost, in requests to storage.</summary>
public sealed class SearchCostTests(LedgerStorage storage)
{
    [Fact]
    public async Task a_search_costs_what_it_shows_however_much_else_there_is()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.AcceptIdAsync(sut.Command(amount: 10m).With(("orderId", "1001"), ("channel", "web")));
        OperationSearch[] searches =
        [
            new() { InvoiceNo = InvoiceNo.Parse("INV-1") },
            new() { Amount = Money.FromAmount(10m) },
            Searching.ByMetadata(("orderId", "1001")),
            Searching.ByMetadata(("orderId", "1001"), ("channel", "web")),
            new() { NeedsReview = true },
            new() { Reference = "none" },
        ];
        var alone = await CostsAsync(sut, searches);

        await sut.SeedAsync(
            1_000,
            (row, number) =>
                row with
                {
                    Metadata = new Dictionary<string, string> { ["orderId"] = $"{number}-", ["channel"] = "web" },
                }
        );

        alone.ShouldBe([2, 2, 2, 3, 1, 1]);
        (await CostsAsync(sut, searches)).ShouldBe(alone);
        (await sut.FindAsync(searches[3])).ShouldBe([id]);
    }

    [Fact]
    public async Task a_full_page_costs_one_request_for_each_item_and_a_few_more()
    {
        await using var sut = World.Start(storage);
        await sut.SeedAsync(300, (row, _) => row);

        var (reads, writes) = await sut.CountAsync(async () =>
            (await sut.PageAsync(new() { Amount = Money.FromAmount(1m) })).Items.Count.ShouldBe(100)
        );

        writes.ShouldBe(0);
        reads.ShouldBe(1 + 112);
    }

    [Fact]
    public async Task being_found_costs_an_accept_one_request_and_each_thing_that_is_learned_one()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        List<string> writes = [];
        sut.Storage.Before = request =>
        {
            // That an operation has ended is written into the row that it has had since it was accepted.
            var isOwnRow = request.Uri.Path.Contains("operation%7C", StringComparison.Ordinal);
            if (request.IsWrite() && !isOwnRow && (request.IsOn("index") || request.IsTransactionOn("index")))
                lock (writes)
                    writes.Add(request.IsTransactionOn("index") ? "transaction" : "row");
        };

        var id = await sut.AcceptIdAsync(
            sut.Command().With([.. Enumerable.Range(0, 20).Select(number => ($"key{number}", new string('v', 200)))])
        );
        writes.ShouldBe(["transaction"]);
        writes.Clear();
        await sut.RunAsync(id);

        // The payment's reference and the refund's, with the pointer to its end.
        writes.ShouldBe(["transaction"]);
        (await sut.LookupRowsAsync(id)).Count.ShouldBe(1 + 1 + 20 + 2);
        writes.Clear();
        await sut.RunAsync(id);
        writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_search_that_has_to_read_too_much_ends_its_page_and_goes_on()
    {
        await using var sut = World.Start(storage);
        await sut.SeedAsync(
            1_100,
            (row, number) => row with { Status = number == 0 ? OperationStatus.Failed : OperationStatus.Succeeded }
        );
        var search = new OperationSearch { Amount = Money.FromAmount(1m) };

        var first = await sut.PageAsync(search, status: OperationStatus.Failed);
        var second = await sut.PageAsync(search, first.NextCursor, OperationStatus.Failed);

        first.Items.ShouldBeEmpty();
        first.NextCursor.ShouldNotBeNull();
        second.Items.Count.ShouldBe(1);
        second.NextCursor.ShouldBeNull();
    }

    private static async Task<List<int>> CostsAsync(World sut, IEnumerable<OperationSearch> searches)
    {
        List<int> costs = [];
        foreach (var search in searches)
        {
            var (reads, writes) = await sut.CountAsync(() => sut.PageAsync(search));
            writes.ShouldBe(0);
            costs.Add(reads);
        }

        return costs;
    }
}
