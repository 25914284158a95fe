using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Intake;

/// <summary>Lists show the newest operation first, in full pages, however the operations are spread over days and shards.</summary>
public sealed class NewestFirstTests(LedgerStorage storage)
{
    [Fact]
    public async Task days_are_gone_through_from_the_newest_operation_to_the_oldest()
    {
        await using var sut = World.Start(storage);
        List<OperationRow> rows = [];
        foreach (var (count, days) in new[] { (40, 9), (1, 6), (70, 5), (3, 0) })
        {
            rows.AddRange(await sut.SeedAsync(count, Kinds));
            sut.Time.Advance(TimeSpan.FromDays(days));
        }

        var all = await sut.IdsAsync(sut.OfDays(31) with { Limit = 7 });
        var voids = await sut.IdsAsync(sut.OfDays(31) with { Limit = 7, Kind = OperationKind.Void });
        var week = await sut.IdsAsync(sut.OfDays(7) with { Limit = 7 });

        all.ShouldBe(Newest(rows));
        voids.ShouldBe(Newest(rows.Where(row => row.Kind == OperationKind.Void)));
        week.ShouldBe(Newest(rows.TakeLast(73)));
    }

    [Fact]
    public async Task a_day_of_more_operations_than_storage_gives_at_once_is_as_much_in_order()
    {
        await using var sut = World.Start(storage);
        var day = DateOnly.FromDateTime(sut.Time.GetUtcNow().UtcDateTime);
        // Bursts, single ones, and hours without any.
        List<OperationRow> rows = [];
        foreach (var (count, minutes) in new[] { (300, 60), (1, 90), (1_150, 30), (2, 120), (400, 1) })
        {
            rows.AddRange(await sut.SeedAsync(count, Kinds));
            sut.Time.Advance(TimeSpan.FromMinutes(minutes));
        }

        var query = new OperationQuery(day, day, default, null, null);
        var first = 0;
        var (reads, _) = await sut.CountAsync(async () =>
            first = (await sut.Reader.ListAsync(sut.Merchant.Id, query, CancellationToken.None)).Items.Count
        );
        IReadOnlyList<OperationId> all = [];
        var (allReads, _) = await sut.CountAsync(async () => all = await sut.IdsAsync(query));

        first.ShouldBe(100);
        // 112 rows of the ledger, and a few requests to the index.
        reads.ShouldBeLessThan(112 + 12);
        // Each page goes on where the one before ended.
        allReads.ShouldBeLessThan(19 * (112 + 8));
        all.ShouldBe(Newest(rows));
    }

    [Fact]
    public async Task more_operations_of_one_millisecond_than_storage_gives_at_once_are_all_listed()
    {
        await using var sut = World.Start(storage);
        List<OperationRow> rows = [];
        for (var number = 0; number < 11; number++)
        {
            rows.AddRange(await sut.SeedAsync(100, Kinds));
            sut.Time.AdjustTime(sut.Time.GetUtcNow().AddMilliseconds(-100));
        }

        var all = await sut.IdsAsync(sut.OfDays(1));

        all.ShouldBe(Newest(rows));
    }

    [Fact]
    public async Task what_is_open_comes_from_all_shards_newest_first_and_of_all_time()
    {
        await using var sut = World.Start(storage);
        List<OperationRow> rows = [];
        for (var round = 0; round < 3; round++)
        {
            rows.AddRange(await sut.SeedOpenAsync(40, Open));
            sut.Time.Advance(TimeSpan.FromDays(100));
        }

        await sut.SeedOpenAsync(5, (row, _) => row with { Status = OperationStatus.Succeeded });

        var unknown = await sut.IdsAsync(Listing.Everything(OperationStatus.Unknown) with { Limit = 7 });
        var both = await sut.IdsAsync(Listing.Everything(OperationStatus.Unknown, OperationStatus.Pending) with { Limit = 7 });

        unknown.ShouldBe(Newest(rows.Where(row => row.Status == OperationStatus.Unknown)));
        both.ShouldBe(Newest(rows));
    }

    [Fact]
    public async Task open_and_ended_are_listed_together_and_the_days_bound_what_has_ended()
    {
        await using var sut = World.Start(storage);
        var oldOpen = await sut.SeedOpenAsync(20, Open);
        await sut.SeedAsync(20, (row, _) => row);
        sut.Time.Advance(TimeSpan.FromDays(50));
        var ended = await sut.SeedAsync(
            20,
            (row, number) => row with { Status = number % 2 == 0 ? OperationStatus.Succeeded : OperationStatus.Failed }
        );
        var open = await sut.SeedOpenAsync(20, Open);
        var query = sut.OfDays(7, OperationStatus.Unknown, OperationStatus.Pending, OperationStatus.Failed) with
        {
            OpenFrom = DateOnly.MinValue,
            OpenTo = DateOnly.MaxValue,
            Limit = 7,
        };

        var all = await sut.IdsAsync(query);

        all.ShouldBe(Newest([.. oldOpen, .. open, .. ended.Where(row => row.Status == OperationStatus.Failed)]));
    }

    [Fact]
    public async Task an_operation_that_ends_between_two_pages_is_not_listed_twice_and_hides_none()
    {
        await using var sut = World.Start(storage);
        var rows = await sut.SeedOpenAsync(10, Open);
        var query = sut.OfDays(1, [.. Enum.GetValues<OperationStatus>()]) with { Limit = 4 };
        var first = await sut.Reader.ListAsync(sut.Merchant.Id, query, CancellationToken.None);
        await EndAsync(sut, rows[8]);
        await EndAsync(sut, rows[3]);

        var rest = await sut.Reader.ListAsync(
            sut.Merchant.Id,
            query with
            {
                Cursor = first.NextCursor,
                Limit = 100,
            },
            CancellationToken.None
        );

        first.Items.Concat(rest.Items).Select(operation => operation.Id).ShouldBe(Newest(rows));
    }

    [Fact]
    public async Task the_operations_of_a_payment_come_in_pages_newest_first()
    {
        await using var sut = World.Start(storage);
        var rows = await sut.SeedAsync(23, (row, number) => Kinds(row, number) with { Seq = number });
        List<OperationId> seen = [];
        var query = new InvoiceQuery(InvoiceNo.Parse("INV-SEED"), OperationKind.Refund, 5);

        do
        {
            var page = await sut.Reader.ListByInvoiceAsync(sut.Merchant.Id, query, CancellationToken.None);
            if (page.NextCursor is not null)
                page.Items.Count.ShouldBe(5);
            seen.AddRange(page.Items.Select(operation => operation.Id));
            query = query with { Cursor = page.NextCursor };
        } while (query.Cursor is not null);

        seen.ShouldBe(Newest(rows.Where(row => row.Kind == OperationKind.Refund)));
        (
            await sut.Reader.ListByInvoiceAsync(sut.Merchant.Id, query with { Cursor = "OTk6" }, CancellationToken.None)
        ).CursorIsValid.ShouldBeFalse();
    }

    private static async Task EndAsync(World sut, OperationRow row)
    {
        var stored = await sut.RowAsync(row.Id, row.InvoiceNo.Text);
        var ended = (
            await sut.Ledger.TryReplaceAsync(stored with { Status = OperationStatus.Succeeded }, CancellationToken.None)
        )!;
        await sut.Get<OpenOperations>().FollowAsync(ended, sut.Time.GetUtcNow(), CancellationToken.None);
    }

    private static OperationRow Kinds(OperationRow row, int number) =>
        row with
        {
            Kind = number % 3 == 0 ? OperationKind.Void : OperationKind.Refund,
        };

    private static OperationRow Open(OperationRow row, int number) =>
        row with
        {
            Status = number % 3 == 0 ? OperationStatus.Pending : OperationStatus.Unknown,
        };

    private static IEnumerable<OperationId> Newest(IEnumerable<OperationRow> rows) =>
        rows.Select(row => row.Id).OrderByDescending(id => id.ToString(), StringComparer.Ordinal);
}
