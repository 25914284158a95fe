using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaymentOperations.Calls;
using PaymentOperations.Caps;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Caps;

public sealed class LinkCapTests(LedgerStorage storage)
{
    private static readonly JsonTypeInfo<string> Text =
        (JsonTypeInfo<string>)JsonSerializerOptions.Default.GetTypeInfo(typeof(string));

    private int sent;

    [Fact]
    public async Task what_is_more_than_the_day_has_left_is_not_sent_and_its_key_stays_free()
    {
        await using var sut = CappedWorld.Start(storage, linkSends: 10);
        await RunAsync(sut, "first", 8);

        var tooMany = await RunAsync(sut, "second", 3);
        var fits = await RunAsync(sut, "second", 2);

        tooMany.ShouldBe(new OnceOnlyResult<string>.DailyLimitReached(10, 2, new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero)));
        fits.ShouldBeOfType<OnceOnlyResult<string>.Executed>().Replayed.ShouldBeFalse();
        sent.ShouldBe(2);
    }

    [Fact]
    public async Task a_repeat_gets_its_answer_however_little_is_left()
    {
        await using var sut = CappedWorld.Start(storage, linkSends: 10);
        await RunAsync(sut, "first", 10);

        var repeat = await RunAsync(sut, "first", 10);

        repeat.ShouldBeOfType<OnceOnlyResult<string>.Executed>().Replayed.ShouldBeTrue();
        (await sut.CountedAsync(CapKind.LinkSends)).ShouldBe(10);
    }

    [Fact]
    public async Task what_was_certainly_not_sent_is_given_back_and_what_may_have_been_is_not()
    {
        await using var sut = CappedWorld.Start(storage, linkSends: 10);

        await RunAsync(sut, "not done", 4, new CallEnd<string>.NotDone());
        var afterRefusal = await sut.CountedAsync(CapKind.LinkSends);
        await RunAsync(sut, "unknown", 3, new CallEnd<string>.Unknown());
        await RunAsync(sut, "not done", 4);

        afterRefusal.ShouldBe(0);
        (await sut.CountedAsync(CapKind.LinkSends)).ShouldBe(7);
        sent.ShouldBe(3);
    }

    [Fact]
    public async Task a_request_that_another_with_its_key_overtakes_gives_back_what_it_reserved()
    {
        await using var sut = CappedWorld.Start(storage, linkSends: 10);
        sut.Storage.Before = request =>
        {
            if (!request.IsWrite() || !request.IsOn("keys"))
                return;

            sut.Storage.Before = _ => { };
            Task.Run(() => RunAsync(sut, "key", 2)).Wait();
        };

        var overtaken = await RunAsync(sut, "key", 5);

        overtaken.ShouldBeOfType<OnceOnlyResult<string>.KeyReused>();
        (await sut.CountedAsync(CapKind.LinkSends)).ShouldBe(2);
        sent.ShouldBe(1);
    }

    [Fact]
    public async Task a_process_that_dies_before_the_key_is_bound_counts_once_with_its_repeat()
    {
        await using var sut = CappedWorld.Start(storage, linkSends: 10);
        sut.Storage.Before = request =>
        {
            if (request.IsWrite() && request.IsOn("keys"))
                throw new ProcessDiedException();
        };
        await Should.ThrowAsync<ProcessDiedException>(() => RunAsync(sut, "key", 6));
        sut.Storage.Before = _ => { };

        var repeat = await RunAsync(sut, "key", 6);

        repeat.ShouldBeOfType<OnceOnlyResult<string>.Executed>().Replayed.ShouldBeFalse();
        (await sut.CountedAsync(CapKind.LinkSends)).ShouldBe(6);
        sent.ShouldBe(1);
    }

    [Fact]
    public async Task a_cap_that_cannot_be_asked_sends_nothing_and_leaves_the_key_free()
    {
        await using var sut = CappedWorld.Start(storage, linkSends: 10);
        sut.Wire.Before = request =>
        {
            if (request.IsOn("caps"))
                throw new IOException("no network");
        };

        var down = await RunAsync(sut, "key", 1);
        sut.Wire.Before = _ => { };
        var again = await RunAsync(sut, "key", 2);

        down.ShouldBeOfType<OnceOnlyResult<string>.Unavailable>();
        again.ShouldBeOfType<OnceOnlyResult<string>.Executed>();
        sent.ShouldBe(1);
    }

    [Fact]
    public async Task a_cap_on_links_and_one_on_refunds_are_counted_apart()
    {
        await using var sut = CappedWorld.Start(storage, linkSends: 10);
        sut.AddPayment();
        await RunAsync(sut, "links", 10);

        await sut.RefundAsync(100m);

        (await sut.CountedAsync(CapKind.LinkSends)).ShouldBe(10);
        (await sut.CountedAsync(CapKind.Refunds)).ShouldBe(100_00);
    }

    private Task<OnceOnlyResult<string>> RunAsync(World world, string key, int recipients, CallEnd<string>? end = null) =>
        world
            .Get<IOnceOnlyCalls>()
            .RunAsync(
                new(world.Merchant.Id, key, $"POST /send to {recipients}")
                {
                    Uses = CapUse.OfLinkSends(world.Merchant, recipients),
                },
                () =>
                {
                    sent++;
                    return Task.FromResult(end ?? new CallEnd<string>.Done("sent"));
                },
                Text
            );
}
