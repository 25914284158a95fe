using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Intake;

public sealed class AcceptTests(LedgerStorage storage)
{
    [Fact]
    [TransitionRow("T1")]
    public async Task an_accept_leaves_hints_a_pointer_and_one_event()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();

        var id = await sut.RefundAsync();

        (await sut.OutstandingAsync(id))
            .ShouldNotBeNull()
            .GetDateTimeOffset("nextCheckAt")
            .ShouldBe(sut.Time.GetUtcNow() + sut.Times.FirstCheck);
        (await sut.IndexedAsync(id)).ShouldNotBeNull();
        sut.Pointers.ShouldHaveSingleItem().Delay.ShouldBe(sut.Times.FirstMessageDelay);
        (await sut.EventsAsync(id)).ShouldHaveSingleItem().GetString("by").ShouldBe("api key shop");
    }

    [Fact]
    public async Task the_same_key_makes_one_operation_whatever_has_happened_since()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var command = sut.Command(key: "k");
        var first = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>();
        await sut.RunAsync(first.Operation.Id);
        sut.Secrets.DataKeys.Add("v2");

        var again = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>();

        again.Replayed.ShouldBeTrue();
        again.Operation.Id.ShouldBe(first.Operation.Id);
        again.Operation.Status.ShouldBe(OperationStatus.Succeeded);
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task the_same_key_with_another_request_is_refused()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        await sut.AcceptAsync(sut.Command(key: "k"));

        var other = await sut.AcceptAsync(sut.Command(amount: 11m, key: "k"));

        other.ShouldBeOfType<AcceptResult.KeyReused>();
        (await sut.SnapshotAsync()).Operations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_refusal_does_not_use_the_key_up()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        var command = sut.Command(key: "k");

        var refused = await sut.AcceptAsync(command);
        payment.Status = "S";
        var accepted = await sut.AcceptAsync(command);

        refused.ShouldBeOfType<AcceptResult.StatusNotValid>();
        accepted.ShouldBeOfType<AcceptResult.Accepted>().Replayed.ShouldBeFalse();
    }

    [Fact]
    public async Task thirty_parallel_repeats_meet_in_one_operation()
    {
        await using var sut = World.Start(storage, clock: TimeProvider.System);
        sut.AddPayment();
        var command = sut.Command(key: "k");

        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => sut.AcceptAsync(command)));

        results.Select(result => result.ShouldBeOfType<AcceptResult.Accepted>().Operation.Id).Distinct().Count().ShouldBe(1);
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(10m));
        (await sut.SnapshotAsync()).Line.Count.ShouldBe(1);
    }

    [Fact]
    public async Task of_a_hundred_parallel_refunds_of_one_exactly_ten_fit_into_ten()
    {
        await using var sut = World.Start(
            storage,
            times => times.AcceptDeadline = TimeSpan.FromMinutes(2),
            clock: TimeProvider.System
        );
        sut.AddPayment(amount: 10m);

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => sut.AcceptAsync(sut.Command(amount: 1m))));

        results.OfType<AcceptResult.Accepted>().Count().ShouldBe(10);
        results.OfType<AcceptResult.AmountExceeds>().Count().ShouldBe(90);
        var ledger = await sut.SnapshotAsync();
        ledger.Invoice.Reserved.ShouldBe(Money.FromAmount(10m));
        ledger.Line.Select(place => place.Seq).ShouldBe(Enumerable.Range(0, 10));
    }

    [Fact]
    public async Task what_failed_can_be_refunded_again_and_what_succeeded_cannot()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var failing = await sut.RefundAsync(60m);
        await sut.RefundAsync(40m);
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "41"));

        var full = await sut.AcceptAsync(sut.Command(amount: 1m));
        await sut.RunAsync(failing);
        var tooMuch = await sut.AcceptAsync(sut.Command(amount: 60.01m));
        var fits = await sut.AcceptAsync(sut.Command(amount: 60m));

        full.ShouldBeOfType<AcceptResult.AmountExceeds>().Refundable.ShouldBe(Money.Zero);
        tooMuch.ShouldBeOfType<AcceptResult.AmountExceeds>().Refundable.ShouldBe(Money.FromAmount(60m));
        fits.ShouldBeOfType<AcceptResult.Accepted>();
    }

    [Theory]
    [InlineData("95")]
    [InlineData("98")]
    [InlineData("99")]
    [InlineData(null)]
    public async Task a_gateway_that_says_nothing_does_not_stop_an_accept_and_the_read_before_sending_applies_the_rules(
        string? code
    )
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(amount: 5m);
        sut.Gateway.Next(ProcessType.Inquiry, request => code is null ? Answers.Lost : Answers.Refused(request, code));

        var id = await sut.RefundAsync(10m);
        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Failed);
        sut.Gateway.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task the_read_before_sending_fills_in_the_amount_that_the_accept_did_not_know()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(amount: 50m);
        sut.Gateway.Next(ProcessType.Inquiry, _ => Answers.Lost);
        var id = await sut.RefundAsync(10m);

        await sut.RunAsync(id);

        (await sut.SnapshotAsync()).Invoice.Captured.ShouldBe(Money.FromAmount(50m));
    }

    [Theory]
    [InlineData("16", typeof(AcceptResult.PaymentNotFound))]
    [InlineData("14", typeof(AcceptResult.GatewayRefused))]
    public async Task what_the_gateway_refuses_for_certain_is_not_accepted(string code, Type expected)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Gateway.Next(ProcessType.Inquiry, request => Answers.Refused(request, code));

        (await sut.AcceptAsync(sut.Command())).ShouldBeOfType(expected);
        sut.Pointers.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_settlement_or_void_waits_for_no_one_and_a_refund_for_neither()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        var settlement = await sut.SettlementAsync();
        payment.Status = "S";

        var refund = await sut.AcceptAsync(sut.Command());
        var another = await sut.AcceptAsync(sut.Command(OperationKind.Settlement, 1m));

        refund.ShouldBeOfType<AcceptResult.InProgress>().Id.ShouldBe(settlement);
        another.ShouldBeOfType<AcceptResult.InProgress>().Id.ShouldBe(settlement);
    }

    [Fact]
    public async Task an_accept_whose_pointer_is_lost_is_still_an_accept()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Wire.Before = request =>
        {
            if (request.Pointer() is not null)
                throw new IOException("no network");
        };

        var accepted = await sut.AcceptAsync(sut.Command());

        accepted.ShouldBeOfType<AcceptResult.Accepted>();
    }

    [Theory]
    [InlineData("outstanding")]
    [InlineData("index")]
    public async Task an_accept_without_its_hints_is_none(string table)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Wire.Before = request =>
        {
            if (request.IsOn(table) || request.IsTransactionOn(table))
                throw new IOException("no network");
        };

        var refused = await sut.AcceptAsync(sut.Command());

        refused.ShouldBeOfType<AcceptResult.Unavailable>();
        (await sut.SnapshotAsync()).Operations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("keys")]
    [InlineData("$batch")]
    public async Task an_accept_whose_answer_from_storage_is_lost_is_made_once(string part)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var lost = 0;
        sut.Wire.After = request =>
        {
            if (request.IsWrite() && request.IsOn(part) && Interlocked.Increment(ref lost) == 1)
                throw new IOException("the answer was lost");
        };

        var accepted = await sut.AcceptAsync(sut.Command());

        lost.ShouldBeGreaterThan(1);
        accepted.ShouldBeOfType<AcceptResult.Accepted>();
        (await sut.SnapshotAsync()).Operations.Count.ShouldBe(1);
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(10m));
    }
}
