using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Workflow;

public sealed class RefundInquiryTests(LedgerStorage storage)
{
    [Fact]
    [TransitionRow("T10", "T11")]
    public async Task a_worker_that_died_while_sending_is_taken_over_and_its_refund_found()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Next(
            ProcessType.Refund,
            (_, work) =>
            {
                work();
                throw new ProcessDiedException();
            }
        );
        await Should.ThrowAsync<ProcessDiedException>(() => sut.RunAsync(id));

        await sut.RunAsync(id);
        var early = await sut.RowAsync(id);
        var late = await sut.RunWhenDueAsync(id);

        early.Status.ShouldBe(OperationStatus.Submitting);
        late.Status.ShouldBe(OperationStatus.Succeeded);
        payment.Refunds.Count.ShouldBe(1);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T10", "T11"]);
    }

    [Fact]
    [TransitionRow("T10")]
    public async Task a_claim_that_ran_out_is_respected_for_as_long_as_clocks_may_differ()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, (_, _) => throw new ProcessDiedException());
        await Should.ThrowAsync<ProcessDiedException>(() => sut.RunAsync(id));
        sut.Time.Advance(sut.Times.Claim + sut.Times.Skew - TimeSpan.FromSeconds(1));

        await sut.RunAsync(id);
        var before = await sut.RowAsync(id);
        sut.Time.Advance(TimeSpan.FromSeconds(2));
        await sut.RunAsync(id);

        before.Status.ShouldBe(OperationStatus.Submitting);
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Unknown);
    }

    [Theory]
    [TransitionRow("T11")]
    [InlineData("RF", OperationStatus.Succeeded)]
    [InlineData("RP", OperationStatus.Pending)]
    [InlineData("RR", OperationStatus.Failed)]
    public async Task a_lost_answer_is_found_by_our_mark(string status, OperationStatus expected)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        await sut.RunAsync(id);
        payment.Refunds[0] = payment.Refunds[0] with { Status = status };

        var row = await sut.RunWhenDueAsync(id);

        row.Status.ShouldBe(expected);
        (await sut.SnapshotAsync()).Line.ShouldBeEmpty();
        (await sut.RulesAsync(id))[^1].ShouldBe("T11");
    }

    [Fact]
    [TransitionRow("T11")]
    public async Task a_failed_entry_does_not_fail_a_refund_whose_other_attempt_may_still_be_done()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync(60m);
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.RunAsync(id);
        sut.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        while ((await sut.RowAsync(id)).Attempts.Count < 2)
            await sut.RunWhenDueAsync(id);
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RR" };

        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(30));

        row.Status.ShouldBe(OperationStatus.Unknown);
        row.NeedsReview.ShouldBeTrue();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(60m));
    }

    [Fact]
    [TransitionRow("T11")]
    public async Task one_new_refund_of_the_amount_is_adopted_only_in_two_answers_and_with_the_merchants_word()
    {
        await using var sut = World.Start(storage, merchant: merchant => merchant with { NobodyRefundsInPortal = true });
        sut.Gateway.Echoes = false;
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        await sut.RunAsync(id);

        var first = await sut.RunWhenDueAsync(id);
        var second = await sut.RunWhenDueAsync(id);

        first.Status.ShouldBe(OperationStatus.Unknown);
        second.Status.ShouldBe(OperationStatus.Succeeded);
        second.Evidence.ShouldNotBeNull().ShouldContain("inferred");
    }

    [Fact]
    [TransitionRow("T14")]
    public async Task a_refund_that_may_be_somebody_elses_is_never_adopted_and_never_sent_again()
    {
        await using var sut = World.Start(storage, merchant: merchant => merchant with { DoneWithin = TimeSpan.FromSeconds(1) });
        sut.Gateway.Echoes = false;
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.RunAsync(id);
        payment.Refunds.Add(new GatewayRefund("portal", Money.FromAmount(10m), "RF"));

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(3));

        row.Status.ShouldBe(OperationStatus.Unknown);
        row.NeedsReview.ShouldBeTrue();
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Fact]
    [TransitionRow("T12")]
    public async Task already_fully_refunded_and_nothing_of_ours_listed_fails_the_only_attempt()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "49"));
        await sut.RunAsync(id);

        var early = await sut.RunWhenDueAsync(id);
        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(10));

        early.Status.ShouldBe(OperationStatus.Unknown);
        row.Status.ShouldBe(OperationStatus.Failed);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T9", "T12"]);
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.Zero);
    }

    [Fact]
    [TransitionRow("T14")]
    public async Task what_cannot_be_told_is_a_persons_after_a_quarter_of_an_hour()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.RunAsync(id);
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Lost);

        var row = await sut.RunForAsync(id, sut.Times.Patience);

        row.Status.ShouldBe(OperationStatus.Unknown);
        row.NeedsReview.ShouldBeTrue();
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T9", "T14"]);
    }

    [Fact]
    [TransitionRow("T14", "T11")]
    public async Task a_refund_that_waits_for_a_person_is_still_found()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        await sut.RunAsync(id);
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Lost);
        await sut.RunForAsync(id, TimeSpan.FromMinutes(30));
        sut.Gateway.Always(ProcessType.RefundStatus, null);

        var row = await sut.RunWhenDueAsync(id);

        row.Status.ShouldBe(OperationStatus.Succeeded);
        row.NeedsReview.ShouldBeFalse();
    }

    [Theory]
    [TransitionRow("T14")]
    [InlineData("97")]
    [InlineData("12")]
    public async Task a_refund_without_a_list_is_sent_once_and_an_unknown_one_is_a_persons(string code)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Always(ProcessType.RefundStatus, request => Answers.Refused(request, code));
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.RunAsync(id);
        var early = await sut.RowAsync(id);

        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(10));

        early.Status.ShouldBe(OperationStatus.Accepted);
        row.Baseline.ShouldBeNull();
        row.NeedsReview.ShouldBeTrue();
        row.Status.ShouldBe(OperationStatus.Unknown);
        sut.Gateway.Sent.Count.ShouldBe(1);
    }
}
