using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Workflow;

public sealed class RefundRepetitionTests(LedgerStorage storage)
{
    [Fact]
    [TransitionRow("T13")]
    public async Task a_card_refund_of_more_than_half_is_sent_again_once_absence_is_certain()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync(60m);
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.RunAsync(id);
        var earliest = (await sut.RowAsync(id)).Attempts[0].ClaimUntil + (sut.Times.AbsentApart * 2);

        while ((await sut.RowAsync(id)).Status == OperationStatus.Unknown)
            await sut.RunWhenDueAsync(id);
        var at = sut.Time.GetUtcNow();
        await sut.RunWhenDueAsync(id);

        at.ShouldBeGreaterThanOrEqualTo(earliest);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T9", "T13", "T3", "T6"]);
        payment.Refunds.Count.ShouldBe(1);
    }

    [Theory]
    [TransitionRow("T13")]
    [InlineData(true, 50)]
    [InlineData(false, 60)]
    public async Task a_refund_that_fits_twice_or_is_no_card_refund_is_not_sent_again(bool isCard, decimal amount)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: isCard);
        var id = await sut.RefundAsync(amount);
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.RunAsync(id);

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(3));

        row.NeedsReview.ShouldBeTrue();
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Fact]
    [TransitionRow("T13")]
    public async Task any_refund_is_sent_again_once_the_merchants_bound_for_late_work_passed()
    {
        var bound = TimeSpan.FromMinutes(4);
        await using var sut = World.Start(storage, merchant: merchant => merchant with { DoneWithin = bound });
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.RunAsync(id);
        var end = (await sut.RowAsync(id)).Attempts[0].ClaimUntil;

        while ((await sut.RowAsync(id)).Status == OperationStatus.Unknown)
            await sut.RunWhenDueAsync(id);

        (await sut.RulesAsync(id))[^1].ShouldBe("T13");
        sut.Time.GetUtcNow().ShouldBeGreaterThanOrEqualTo(end + sut.Times.Skew + bound + sut.Times.AbsentApart);
    }

    [Fact]
    [TransitionRow("T13")]
    public async Task nothing_is_sent_again_where_the_next_read_would_only_forbid_it()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync(60m);
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.RunAsync(id);
        payment.Refunds.Add(new GatewayRefund("portal", Money.FromAmount(50m), "RP"));

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(1));

        row.Status.ShouldBe(OperationStatus.Unknown);
        row.NeedsReview.ShouldBeTrue();
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T9", "T14"]);
    }

    [Fact]
    [TransitionRow("T13")]
    public async Task at_most_five_attempts_are_made()
    {
        await using var sut = World.Start(storage, times => times.Patience = TimeSpan.FromHours(2));
        sut.AddPayment();
        var id = await sut.RefundAsync(60m);
        sut.Gateway.Always(ProcessType.Refund, _ => Answers.Lost);

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(6));

        sut.Gateway.Sent.Count.ShouldBe(5);
        row.NeedsReview.ShouldBeTrue();
    }

    [Fact]
    [TransitionRow("T3b")]
    public async Task a_second_attempt_that_cannot_be_is_asked_about_and_not_failed()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync(60m);
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.RunAsync(id);
        while ((await sut.RowAsync(id)).Status == OperationStatus.Unknown)
            await sut.RunWhenDueAsync(id);
        payment.Status = "V";

        var row = await sut.RunWhenDueAsync(id);

        row.Status.ShouldBe(OperationStatus.Unknown);
        (await sut.RulesAsync(id))[^1].ShouldBe("T3b");
        (await sut.SnapshotAsync()).IsFirst(id).ShouldBeTrue();
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Fact]
    [TransitionRow("T3b", "T4")]
    public async Task late_work_that_shows_without_a_mark_stops_the_second_attempt()
    {
        await using var sut = World.Start(storage);
        sut.Gateway.Echoes = false;
        sut.AddPayment();
        var id = await sut.RefundAsync(60m);
        Func<PaymentActionOutcome>? late = null;
        sut.Gateway.Next(
            ProcessType.Refund,
            (_, work) =>
            {
                late = work;
                return Task.FromResult(Answers.Lost);
            }
        );
        await sut.RunAsync(id);
        while ((await sut.RowAsync(id)).Status == OperationStatus.Unknown)
            await sut.RunWhenDueAsync(id);
        late.ShouldNotBeNull().Invoke();

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(1));

        sut.Gateway.Sent.Count.ShouldBe(1);
        row.Status.ShouldBe(OperationStatus.Unknown);
        row.NeedsReview.ShouldBeTrue();
    }
}
