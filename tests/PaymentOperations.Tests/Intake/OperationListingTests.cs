using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Intake;

public sealed class OperationListingTests(LedgerStorage storage)
{
    [Theory]
    [InlineData(null, 5)]
    [InlineData(OperationStatus.Accepted, 4)]
    [InlineData(OperationStatus.Succeeded, 1)]
    [InlineData(OperationStatus.Failed, 0)]
    public async Task a_listing_shows_every_operation_once_however_storage_cuts_its_pages(OperationStatus? status, int expected)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var first = await sut.RefundAsync(1m);
        for (var number = 0; number < 4; number++)
            await sut.RefundAsync(1m);
        await sut.RunAsync(first);
        sut.Wire.Before = request => request.Uri.Query = request.Uri.Query.Replace("top=1000", "top=2", StringComparison.Ordinal);
        var today = DateOnly.FromDateTime(sut.Time.GetUtcNow().UtcDateTime);
        List<OperationId> seen = [];
        string? cursor = null;

        do
        {
            var query = new OperationQuery(today.AddDays(-1), today, status, OperationKind.Refund, cursor);
            var page = await sut.Reader.ListAsync(sut.Merchant.Id, query, CancellationToken.None);
            seen.AddRange(page.Items.Select(operation => operation.Id));
            cursor = page.NextCursor;
        } while (cursor is not null);

        seen.Count.ShouldBe(expected);
        seen.ShouldBeUnique();
    }

    [Fact]
    public async Task a_page_has_as_many_as_were_asked_for_and_what_is_open_is_found_however_old()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        for (var number = 0; number < 8; number++)
            await sut.RefundAsync(1m);
        sut.Time.Advance(TimeSpan.FromDays(40));
        var all = new OperationQuery(DateOnly.MinValue, DateOnly.MaxValue, OperationStatus.Accepted, null, null) { Limit = 3 };
        List<int> pages = [];
        string? cursor = null;

        do
        {
            var page = await sut.Reader.ListAsync(sut.Merchant.Id, all with { Cursor = cursor }, CancellationToken.None);
            pages.Add(page.Items.Count);
            cursor = page.NextCursor;
        } while (cursor is not null);

        pages.ShouldBe([3, 3, 2]);
    }

    [Fact]
    public async Task pages_are_full_across_empty_days()
    {
        await using var sut = World.Start(storage);
        await sut.SeedAsync(60, (row, _) => row);
        sut.Time.Advance(TimeSpan.FromDays(20));
        await sut.SeedAsync(60, (row, number) => row with { Kind = number % 2 == 0 ? OperationKind.Refund : OperationKind.Void });
        sut.Time.Advance(TimeSpan.FromDays(10));
        var today = DateOnly.FromDateTime(sut.Time.GetUtcNow().UtcDateTime);
        var query = new OperationQuery(today.AddDays(-30), today, null, null, null);

        var first = await sut.Reader.ListAsync(sut.Merchant.Id, query, CancellationToken.None);
        var second = await sut.Reader.ListAsync(
            sut.Merchant.Id,
            query with
            {
                Cursor = first.NextCursor,
            },
            CancellationToken.None
        );
        var voids = await sut.Reader.ListAsync(sut.Merchant.Id, query with { Kind = OperationKind.Void }, CancellationToken.None);

        first.Items.Count.ShouldBe(100);
        second.Items.Count.ShouldBe(20);
        second.NextCursor.ShouldBeNull();
        first.Items.Concat(second.Items).Select(operation => operation.Id).ShouldBeUnique();
        voids.Items.Count.ShouldBe(30);
        voids.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task open_operations_of_all_shards_make_one_page()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        for (var number = 0; number < 20; number++)
            await sut.RefundAsync(1m);
        var today = DateOnly.FromDateTime(sut.Time.GetUtcNow().UtcDateTime);

        var page = await sut.Reader.ListAsync(
            sut.Merchant.Id,
            new OperationQuery(today, today, OperationStatus.Accepted, null, null),
            CancellationToken.None
        );

        page.Items.Count.ShouldBe(20);
        page.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task a_list_that_has_to_read_too_much_ends_its_page_and_goes_on()
    {
        await using var sut = World.Start(storage);
        await sut.SeedAsync(1_100, (row, _) => row with { Kind = OperationKind.Refund });
        var today = DateOnly.FromDateTime(sut.Time.GetUtcNow().UtcDateTime);
        var query = new OperationQuery(today, today, OperationStatus.Failed, null, null);

        var first = await sut.Reader.ListAsync(sut.Merchant.Id, query, CancellationToken.None);
        var second = await sut.Reader.ListAsync(
            sut.Merchant.Id,
            query with
            {
                Cursor = first.NextCursor,
            },
            CancellationToken.None
        );

        first.Items.ShouldBeEmpty();
        first.NextCursor.ShouldNotBeNull();
        second.NextCursor.ShouldBeNull();
    }

    [Theory]
    [InlineData("none of ours")]
    [InlineData("OTk6")]
    public async Task a_cursor_that_is_none_of_ours_is_refused(string cursor)
    {
        await using var sut = World.Start(storage);
        var today = DateOnly.FromDateTime(sut.Time.GetUtcNow().UtcDateTime);

        var page = await sut.Reader.ListAsync(
            sut.Merchant.Id,
            new OperationQuery(today, today, null, null, cursor),
            CancellationToken.None
        );

        page.CursorIsValid.ShouldBeFalse();
    }
}
