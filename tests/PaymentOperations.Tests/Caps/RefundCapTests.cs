using PaymentOperations.Caps;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.Codes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Caps;

public sealed class RefundCapTests(LedgerStorage storage)
{
    [Fact]
    public async Task what_is_more_than_the_day_has_left_is_refused_and_what_fits_is_not()
    {
        await using var sut = Start();
        await sut.RefundAsync(60m);

        var tooMuch = await sut.AcceptAsync(sut.Command(amount: 40.01m));
        var fits = await sut.AcceptAsync(sut.Command(amount: 40m));
        var one = await sut.AcceptAsync(sut.Command(amount: 0.01m));

        tooMuch.ShouldBe(Reached(left: 40m, "2026-11-24T00:00:00+00:00"));
        fits.ShouldBeOfType<AcceptResult.Accepted>();
        one.ShouldBe(Reached(left: 0m, "2026-11-24T00:00:00+00:00"));
        (await CountedAsync(sut)).ShouldBe(100m);
    }

    [Fact]
    public async Task a_day_is_the_merchants_own_and_the_next_one_begins_anew()
    {
        await using var sut = Start("Asia/Bangkok");
        await sut.RefundAsync(100m);
        var command = sut.Command(amount: 100m);
        sut.MoveTo(new(2026, 11, 23, 16, 59, 59, TimeSpan.Zero));

        var refused = await sut.AcceptAsync(command);
        sut.MoveTo(new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero));
        var accepted = await sut.AcceptAsync(command);

        refused.ShouldBe(Reached(left: 0m, "2026-11-24T00:00:00+07:00"));
        accepted.ShouldBeOfType<AcceptResult.Accepted>().Replayed.ShouldBeFalse();
    }

    [Fact]
    public async Task merchants_are_capped_apart()
    {
        await using var other = Start();
        await using var sut = Start();
        await other.RefundAsync(100m);

        var accepted = await sut.AcceptAsync(sut.Command(amount: 100m));

        accepted.ShouldBeOfType<AcceptResult.Accepted>();
    }

    [Fact]
    public async Task a_repeat_gets_its_operation_and_counts_once_however_little_is_left()
    {
        await using var sut = Start();
        var command = sut.Command(amount: 100m);
        var first = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>();
        sut.MoveTo(sut.Time.GetUtcNow().AddDays(1));
        await sut.RefundAsync(100m);

        var repeat = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>();

        repeat.Replayed.ShouldBeTrue();
        repeat.Operation.Id.ShouldBe(first.Operation.Id);
        (await CountedAsync(sut)).ShouldBe(200m);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task wherever_a_process_dies_the_repeat_counts_once(bool isStored)
    {
        await using var sut = CappedWorld.Start(storage, refunds: 10_000m);
        sut.AddPayment(amount: 10_000m);
        var accepts = 0;

        for (var died = true; died; accepts++)
        {
            var command = sut.Command(amount: 10m);
            var left = accepts;
            void Kill(Azure.Core.Request request)
            {
                if (request.IsWrite() && Interlocked.Decrement(ref left) < 0)
                    throw new ProcessDiedException();
            }

            if (isStored)
                sut.Storage.After = Kill;
            else
                sut.Storage.Before = Kill;

            try
            {
                await sut.AcceptAsync(command);
                died = false;
            }
            catch (ProcessDiedException)
            {
                (sut.Storage.Before, sut.Storage.After) = (_ => { }, _ => { });
                (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>();
            }
        }

        (sut.Storage.Before, sut.Storage.After) = (_ => { }, _ => { });
        accepts.ShouldBeGreaterThan(6);
        (await CountedAsync(sut)).ShouldBe(accepts * 10m);
    }

    [Fact]
    public async Task what_is_refused_at_the_last_moment_is_given_back_and_counts_when_its_key_comes_to_something()
    {
        await using var sut = Start(payment: 60m);
        var other = sut.Command(amount: 50m);
        WhileTheKeyIsBound(sut, other);
        var command = sut.Command(amount: 40m);

        var refused = await sut.AsMomentsPassAsync(sut.AcceptAsync(command));
        var counted = await CountedAsync(sut);
        var full = await sut.AcceptAsync(command);
        await FailAsync(sut, other);
        var accepted = await sut.AcceptAsync(command);

        refused.ShouldBeOfType<AcceptResult.AmountExceeds>().Refundable.ShouldBe(Money.FromAmount(10m));
        counted.ShouldBe(50m);
        full.ShouldBeOfType<AcceptResult.AmountExceeds>();
        accepted.ShouldBeOfType<AcceptResult.Accepted>().Replayed.ShouldBeFalse();
        (await CountedAsync(sut)).ShouldBe(90m);
    }

    [Fact]
    public async Task a_key_that_came_to_nothing_asks_the_cap_again()
    {
        await using var sut = Start(payment: 60m);
        sut.AddPayment("INV-2");
        var other = sut.Command(amount: 50m);
        WhileTheKeyIsBound(sut, other);
        var command = sut.Command(amount: 40m);
        await sut.AsMomentsPassAsync(sut.AcceptAsync(command));
        await FailAsync(sut, other);
        await sut.RefundAsync(50m, "INV-2");

        // The request that bound the key may still be at it.
        var early = await sut.AcceptAsync(command);
        sut.Time.Advance(sut.Times.AcceptDeadline + sut.Times.Skew + TimeSpan.FromSeconds(1));
        var refused = await sut.AcceptAsync(command);
        sut.MoveTo(sut.Time.GetUtcNow().AddDays(1));
        var accepted = await sut.AcceptAsync(command);

        early.ShouldBeOfType<AcceptResult.Unavailable>();
        refused.ShouldBe(Reached(left: 0m, "2026-11-24T00:00:00+00:00"));
        accepted.ShouldBeOfType<AcceptResult.Accepted>();
        (await CountedAsync(sut)).ShouldBe(140m);
    }

    [Fact]
    public async Task of_two_requests_with_one_key_only_the_one_that_is_accepted_counts()
    {
        await using var sut = Start();
        var larger = sut.Command(amount: 70m, key: "k");
        WhileTheKeyIsBound(sut, larger);

        var reused = await sut.AcceptAsync(sut.Command(amount: 1m, key: "k"));

        reused.ShouldBeOfType<AcceptResult.KeyReused>();
        (await CountedAsync(sut)).ShouldBe(70m);
    }

    [Fact]
    public async Task a_failed_refund_counts_all_the_same()
    {
        await using var sut = Start();
        var command = sut.Command(amount: 100m);
        await sut.AcceptAsync(command);
        await FailAsync(sut, command);

        (await sut.AcceptAsync(sut.Command(amount: 1m))).ShouldBeOfType<AcceptResult.DailyLimitReached>();
    }

    [Fact]
    public async Task a_rehearsal_says_what_the_cap_would_and_the_most_that_it_leaves()
    {
        await using var sut = Start();
        await sut.RefundAsync(60m);
        var intake = sut.Get<IOperationIntake>();
        AcceptResult fits = null!;
        AcceptResult tooMuch = null!;

        var (_, writes) = await sut.CountAsync(async () =>
        {
            fits = await intake.RehearseAsync(sut.Command(amount: 1m));
            tooMuch = await intake.RehearseAsync(sut.Command(amount: 41m));
        });

        writes.ShouldBe(0);
        fits.ShouldBeOfType<AcceptResult.Acceptable>().Most.ShouldBe(Money.FromAmount(40m));
        tooMuch.ShouldBe(Reached(left: 40m, "2026-11-24T00:00:00+00:00"));
    }

    [Fact]
    public async Task a_cap_that_cannot_be_asked_accepts_nothing_and_leaves_the_key_free()
    {
        await using var sut = Start();
        var command = sut.Command(amount: 10m);
        sut.Wire.Before = request =>
        {
            if (request.IsOn("caps"))
                throw new IOException("no network");
        };

        var down = await sut.AcceptAsync(command);
        var rehearsed = await sut.Get<IOperationIntake>().RehearseAsync(command);
        sut.Wire.Before = _ => { };
        var again = await sut.AcceptAsync(command with { Fingerprint = "another request" });

        down.ShouldBeOfType<AcceptResult.Unavailable>();
        rehearsed.ShouldBeOfType<AcceptResult.Unavailable>();
        again.ShouldBeOfType<AcceptResult.Accepted>().Replayed.ShouldBeFalse();
    }

    [Fact]
    public async Task without_the_table_nothing_capped_is_accepted()
    {
        await using var sut = await World.StartAloneAsync(storage, merchant: merchant => CappedWorld.Capped(merchant));
        sut.AddPayment();
        await sut.Tables.Caps.DeleteAsync();

        (await sut.AcceptAsync(sut.Command())).ShouldBeOfType<AcceptResult.Unavailable>();
    }

    [Fact]
    public async Task settlements_and_voids_are_not_capped()
    {
        await using var sut = CappedWorld.Start(storage, refunds: 1m);
        sut.AddPayment(status: "A");

        await sut.SettlementAsync(100m);

        (await CountedAsync(sut)).ShouldBe(0m);
    }

    private World Start(string zone = "UTC", decimal payment = 1000m)
    {
        var world = CappedWorld.Start(storage, zone: zone, times: LongDeadline);
        world.AddPayment(amount: payment);
        return world;
    }

    // Where time is made to pass for a pause, no deadline passes with it.
    private static void LongDeadline(OperationTimes times) =>
        (times.AcceptDeadline, times.AbandonAfter) = (TimeSpan.FromHours(12), TimeSpan.FromDays(1));

    /// <summary>Has another request accepted in the moment between a request's reservation and its key.</summary>
    private static void WhileTheKeyIsBound(World sut, AcceptCommand other)
    {
        sut.Storage.Before = request =>
        {
            if (!request.IsWrite() || !request.IsOn("keys"))
                return;

            sut.Storage.Before = _ => { };
            Task.Run(() => sut.AcceptAsync(other)).Result.ShouldBeOfType<AcceptResult.Accepted>();
        };
    }

    private static async Task FailAsync(World sut, AcceptCommand command)
    {
        var accepted = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "41"));
        await sut.RunAsync(accepted.Operation.Id);
        (await sut.RowAsync(accepted.Operation.Id)).Status.ShouldBe(OperationStatus.Failed);
    }

    private static AcceptResult.DailyLimitReached Reached(decimal left, string beginsAnewAt) =>
        new(
            Money.FromAmount(100m),
            Money.FromAmount(left),
            Iso4217.Find("THB")!,
            DateTimeOffset.Parse(beginsAnewAt, System.Globalization.CultureInfo.InvariantCulture)
        );

    private static async Task<decimal> CountedAsync(World sut) => await sut.CountedAsync(CapKind.Refunds) / 100m;
}
