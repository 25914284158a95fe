using PaymentOperations.Caps;
using PaymentOperations.Merchants;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Caps;

public sealed class DailyCapsTests(LedgerStorage storage)
{
    [Fact]
    public async Task requests_side_by_side_on_two_instances_use_up_exactly_the_limit()
    {
        await using var sut = CappedWorld.Start(storage, linkSends: 10, clock: TimeProvider.System);
        DailyCaps[] instances = [Instance(sut, new()), Instance(sut, new())];

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(number => ReserveAsync(instances[number % 2], sut.Merchant, $"key {number / 2}", 1 + number % 2))
        );

        var used = results.Select((result, number) => result is CapResult.Reserved ? 1 + number % 2 : 0).Sum();
        used.ShouldBe(10);
        (await sut.CountedAsync(CapKind.LinkSends)).ShouldBe(10);
    }

    [Fact]
    public async Task thirty_repeats_side_by_side_on_two_instances_count_once()
    {
        await using var sut = CappedWorld.Start(storage, linkSends: 3, clock: TimeProvider.System);
        DailyCaps[] instances = [Instance(sut, new()), Instance(sut, new())];

        var results = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(number => ReserveAsync(instances[number % 2], sut.Merchant, "key", 3))
        );

        results.ShouldAllBe(result => result is CapResult.Reserved);
        (await sut.CountedAsync(CapKind.LinkSends)).ShouldBe(3);
    }

    [Fact]
    public async Task what_was_reserved_is_given_back_once_and_by_nobody_else()
    {
        await using var sut = CappedWorld.Start(storage);
        var caps = sut.Get<DailyCaps>();
        await ReserveAsync(caps, sut.Merchant, "kept", 2);
        var mine = await ReservedAsync(caps, sut.Merchant, "mine", 3);

        await caps.GiveBackAsync(mine with { Token = "of another request" }, CancellationToken.None);
        var before = await sut.CountedAsync(CapKind.LinkSends);
        await caps.GiveBackAsync(mine, CancellationToken.None);
        await caps.GiveBackAsync(mine, CancellationToken.None);
        var after = await sut.CountedAsync(CapKind.LinkSends);
        await ReserveAsync(caps, sut.Merchant, "mine", 3);
        await caps.GiveBackAsync(mine, CancellationToken.None);

        before.ShouldBe(5);
        after.ShouldBe(2);
        (await sut.CountedAsync(CapKind.LinkSends)).ShouldBe(5);
    }

    [Fact]
    public async Task what_a_repeat_relies_on_is_not_given_back()
    {
        await using var sut = CappedWorld.Start(storage);
        var caps = sut.Get<DailyCaps>();
        var first = await ReservedAsync(caps, sut.Merchant, "key", 3);
        var repeat = await ReservedAsync(caps, sut.Merchant, "key", 3);

        await caps.GiveBackAsync(first, CancellationToken.None);
        await caps.GiveBackAsync(repeat, CancellationToken.None);

        (await sut.CountedAsync(CapKind.LinkSends)).ShouldBe(3);
    }

    [Fact]
    public async Task a_lost_answer_of_storage_counts_once_and_gives_back_once()
    {
        await using var sut = CappedWorld.Start(storage, clock: TimeProvider.System);
        var caps = sut.Get<DailyCaps>();
        var lost = 0;
        sut.Wire.After = request =>
        {
            if (request.IsTransactionOn("caps") && Interlocked.Increment(ref lost) % 2 == 1)
                throw new IOException("the answer was lost");
        };

        var mine = await ReservedAsync(caps, sut.Merchant, "key", 3);
        var counted = await sut.CountedAsync(CapKind.LinkSends);
        await caps.GiveBackAsync(mine, CancellationToken.None);

        counted.ShouldBe(3);
        (await sut.CountedAsync(CapKind.LinkSends)).ShouldBe(0);
        lost.ShouldBe(4);
    }

    [Fact]
    public async Task what_storage_does_not_take_back_counts_until_the_day_ends_and_is_told()
    {
        await using var sut = CappedWorld.Start(storage);
        var logger = new ListLogger<DailyCaps>();
        var caps = Instance(sut, logger);
        var mine = await ReservedAsync(caps, sut.Merchant, "key", 3);
        sut.Wire.Before = _ => throw new IOException("no network");

        await caps.GiveBackAsync(mine, CancellationToken.None);
        sut.Wire.Before = _ => { };

        (await sut.CountedAsync(CapKind.LinkSends)).ShouldBe(3);
        logger.Lines.ShouldHaveSingleItem().ShouldStartWith("2802 ");
    }

    [Fact]
    public async Task a_refusal_is_told_with_the_merchant_and_the_cap()
    {
        await using var sut = CappedWorld.Start(storage, linkSends: 10);
        var logger = new ListLogger<DailyCaps>();
        var caps = Instance(sut, logger);
        await ReserveAsync(caps, sut.Merchant, "first", 8);

        var refused = await ReserveAsync(caps, sut.Merchant, "second", 3);

        refused.ShouldBe(new CapResult.Refused(2, new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero)));
        logger
            .Lines.ShouldHaveSingleItem()
            .ShouldStartWith(
                $"2801 A request of merchant {sut.Merchant.Id} is refused by the daily cap on LinkSends: 2 of 10 are left"
            );
    }

    [Fact]
    public async Task a_limit_that_was_lowered_leaves_nothing()
    {
        await using var sut = CappedWorld.Start(storage, linkSends: 10);
        var caps = sut.Get<DailyCaps>();
        await ReserveAsync(caps, sut.Merchant, "first", 8);

        var refused = await ReserveAsync(caps, sut.Merchant with { DailyLinkSends = 5 }, "second", 1);

        refused.ShouldBeOfType<CapResult.Refused>().Left.ShouldBe(0);
    }

    [Theory]
    [InlineData("UTC", "2026-11-23T23:59:59Z", "2026-11-23", "2026-11-24T00:00:00+00:00")]
    [InlineData("Asia/Bangkok", "2026-11-23T16:59:59Z", "2026-11-23", "2026-11-24T00:00:00+07:00")]
    [InlineData("Asia/Bangkok", "2026-11-23T17:00:00Z", "2026-11-24", "2026-11-25T00:00:00+07:00")]
    // Clocks go from midnight to one, and from one back to midnight.
    [InlineData("Africa/Cairo", "2026-04-23T21:59:59Z", "2026-04-23", "2026-04-24T01:00:00+03:00")]
    [InlineData("America/Havana", "2026-10-31T12:00:00Z", "2026-10-31", "2026-11-01T00:00:00-04:00")]
    public void a_day_ends_where_the_merchants_next_one_begins(string zone, string moment, string date, string end)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;

        var day = CapDay.Of(DateTimeOffset.Parse(moment, culture), TimeZoneInfo.FindSystemTimeZoneById(zone));

        day.Date.ShouldBe(DateOnly.Parse(date, culture));
        day.EndsAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", culture).ShouldBe(end);
    }

    [Fact]
    public void without_a_cap_or_a_recipient_nothing_is_asked()
    {
        var plain = Rows.Merchant;

        CapUse.OfRefund(plain, new(1)).ShouldBeNull();
        CapUse.OfLinkSends(plain, 1).ShouldBeNull();
        CapUse.OfLinkSends(CappedWorld.Capped(plain), 0).ShouldBeNull();
        CapUse.OfLinkSends(CappedWorld.Capped(plain), 1).ShouldNotBeNull();
    }

    private static DailyCaps Instance(World world, ListLogger<DailyCaps> logger) =>
        new(world.Get<CapRows>(), world.Get<TimeProvider>(), logger);

    private static Task<CapResult> ReserveAsync(DailyCaps caps, Merchant merchant, string key, int recipients) =>
        caps.ReserveAsync(CapUse.OfLinkSends(merchant, recipients)!, key, CancellationToken.None);

    private static async Task<CapReservation> ReservedAsync(DailyCaps caps, Merchant merchant, string key, int recipients) =>
        (await ReserveAsync(caps, merchant, key, recipients)).ShouldBeOfType<CapResult.Reserved>().Reservation;
}
