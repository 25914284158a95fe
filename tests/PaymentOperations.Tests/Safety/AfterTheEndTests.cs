using PaymentOperations.Operations;
using PaymentOperations.Tests.Cases;
using PaymentOperations.Tests.Resolutions;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Safety;

/// <summary>What is told of an operation that has ended, and what is not because a person has looked at it already.</summary>
public sealed class AfterTheEndTests(LedgerStorage storage)
{
    [Fact]
    public async Task what_is_listed_after_a_person_looked_calls_one_again_also_where_the_watch_had_passed()
    {
        await using var sut = await World.StartAloneAsync(storage);
        var payment = sut.AddPayment();
        var id = await FailedAndWatchedAsync(sut);
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF", "9100"));
        await sut.RunAsync(id);
        sut.ListLags();
        (await sut.SayAsync(id, ResolutionOutcome.Failed, despite: ["9100:Done"])).ShouldBeOfType<ResolutionResult.Settled>();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.Zero);
        sut.ListIsBack();
        payment.Refunds.Add(new GatewayRefund("9100", Money.FromAmount(CaseWorld.Amount), "RF", id.ToString()));

        sut.Time.Advance(sut.Times.WatchAfterEnd);
        await sut.SweepAndRunAsync(id);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(CaseWorld.Amount));
    }

    [Fact]
    public async Task what_a_person_looked_at_leaves_what_is_outstanding_when_a_day_later_nothing_is_new()
    {
        await using var sut = await World.StartAloneAsync(storage);
        var payment = sut.AddPayment();
        var id = await FailedAndWatchedAsync(sut);
        payment.Refunds.Add(new GatewayRefund("9100", Money.FromAmount(CaseWorld.Amount), "RF", id.ToString()));
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF", "9100"));
        await sut.RunAsync(id);
        (await sut.SayAsync(id, ResolutionOutcome.Succeeded, "9100")).ShouldBeOfType<ResolutionResult.Settled>();
        (await sut.OutstandingAsync(id)).ShouldNotBeNull().GetBoolean("needsReview").ShouldBe(false);

        sut.Time.Advance(sut.Times.WatchAfterEnd);
        await sut.SweepAndRunAsync(id);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeFalse();
        (await sut.OutstandingAsync(id)).ShouldBeNull();
    }

    [Theory]
    [InlineData("RF")]
    [InlineData("RP")]
    public async Task a_refund_that_a_person_named_is_not_told_as_what_the_person_said_of_it(string listed)
    {
        await using var sut = await World.StartAloneAsync(storage);
        var payment = sut.AddPayment();
        var id = await FailedAndWatchedAsync(sut);
        payment.Refunds.Add(new GatewayRefund("9100", Money.FromAmount(CaseWorld.Amount), listed, id.ToString()));
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF", null));
        await sut.RunAsync(id);
        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.SayAsync(id, ResolutionOutcome.Succeeded, "9100")).ShouldBeOfType<ResolutionResult.Settled>();
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RF" };

        var sibling = await sut.RefundAsync();
        await sut.RunAsync(sibling);
        sut.Time.Advance(sut.Times.WatchAfterEnd);
        await sut.SweepAndRunAsync(id);

        (await sut.RowAsync(sibling)).Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.RowAsync(id)).NeedsReview.ShouldBeFalse();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(CaseWorld.Amount + 10m));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_refund_that_a_person_called_done_and_that_2C2P_then_fails_calls_a_person_who_can_free_its_amount(
        bool isToldByASibling
    )
    {
        await using var sut = await World.StartAloneAsync(storage);
        var payment = sut.AddPayment();
        var id = await FailedAndWatchedAsync(sut);
        payment.Refunds.Add(new GatewayRefund("9100", Money.FromAmount(CaseWorld.Amount), "RP", id.ToString()));
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF", "9100"));
        await sut.RunAsync(id);
        (await sut.SayAsync(id, ResolutionOutcome.Succeeded, "9100")).ShouldBeOfType<ResolutionResult.Settled>();
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RFF" };

        if (isToldByASibling)
        {
            await sut.RunAsync(await sut.RefundAsync());
            await sut.RunAsync(id);
        }
        else
        {
            sut.Time.Advance(sut.Times.WatchAfterEnd);
            await sut.SweepAndRunAsync(id);
        }

        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.SayAsync(id, ResolutionOutcome.Failed)).ShouldBeOfType<ResolutionResult.Settled>();
        (await sut.RowAsync(id)).IsReservedAgain.ShouldBeFalse();
    }

    [Fact]
    public async Task what_2C2P_says_it_took_after_the_watch_of_a_failed_refund_is_looked_for_once_more()
    {
        await using var sut = await World.StartAloneAsync(storage);
        var payment = sut.AddPayment();
        var id = await FailedAndWatchedAsync(sut);
        payment.Refunds.Add(new GatewayRefund("9100", Money.FromAmount(CaseWorld.Amount), "RP", id.ToString()));
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RP", "9100"));
        await sut.RunAsync(id);

        sut.Time.Advance(sut.Times.LongestWait + sut.Times.SweepMargin);
        await sut.SweepAndRunAsync(id);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(CaseWorld.Amount));
    }

    [Fact]
    public async Task a_payment_that_goes_on_as_a_person_saw_it_calls_nobody_again()
    {
        await using var sut = await World.StartAloneAsync(storage);
        var payment = sut.AddPayment(status: "A");
        sut.Gateway.Next(ProcessType.Settlement, request => Answers.Refused(request, "41"));
        var id = await sut.SettlementAsync();
        await sut.RunAsync(id);
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Failed);
        payment.Status = "RS";
        (await sut.RunWhenDueAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.SayAsync(id, ResolutionOutcome.Succeeded)).ShouldBeOfType<ResolutionResult.Settled>();
        payment.Status = "S";

        sut.Time.Advance(sut.Times.WatchAfterEnd);
        await sut.SweepAndRunAsync(id);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeFalse();
        (await sut.OutstandingAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task what_2C2P_took_back_is_free_for_another_refund_when_a_person_says_so_and_told_when_it_is_listed_again()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(amount: CaseWorld.Amount);
        var id = await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(id);
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RFF" };
        (await sut.RunWhenDueAsync(id)).NeedsReview.ShouldBeTrue();

        (await sut.SayAsync(id, ResolutionOutcome.Failed)).ShouldBeOfType<ResolutionResult.Settled>();

        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.Zero);
        await sut.RefundAsync(CaseWorld.Amount);
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RF" };
        var row = await sut.RunWhenDueAsync(id);
        row.NeedsReview.ShouldBeTrue();
        row.Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.SayAsync(id, ResolutionOutcome.Succeeded)).ShouldBeOfType<ResolutionResult.Settled>();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(2 * CaseWorld.Amount));
    }

    [Fact]
    public async Task a_message_that_the_list_answers_is_not_told_again_after_a_person_looked()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.DoneAndLostAsync();
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RFF" };
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF"));
        (await sut.RunForAsync(id, TimeSpan.FromHours(1))).NeedsReview.ShouldBeTrue();
        (await sut.SayAsync(id, ResolutionOutcome.Failed)).ShouldBeOfType<ResolutionResult.Settled>();

        var row = await sut.RunWhenDueAsync(id);

        row.WatchedAt.ShouldNotBeNull();
        row.NeedsReview.ShouldBeFalse();
    }

    [Fact]
    public async Task a_message_that_came_while_the_person_was_still_writing_is_told_after_the_word()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(id);
        var row = await sut.RowAsync(id);
        await sut.Ledger.TryReplaceAsync(
            row with
            {
                ReviewReason = "Its runs fail.",
                ReviewSince = sut.Time.GetUtcNow(),
            },
            CancellationToken.None
        );
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF", "9009"));

        var said = await sut.SayAsync(id, ResolutionOutcome.Succeeded, row.Reference);
        await sut.RunAsync(id);

        said.ShouldBeOfType<ResolutionResult.Settled>();
        (await sut.RowAsync(id)).ReviewReason.ShouldNotBeNull().ShouldContain("9009");
    }

    [Fact]
    public async Task a_reference_that_2C2P_gave_wrongly_keeps_nobody_from_saying_which_refund_it_was()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Done(request, "RF", "9009"));
        var id = await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(id);
        payment.Refunds.Add(new GatewayRefund("9100", Money.FromAmount(CaseWorld.Amount), "RF", id.ToString()));
        (await sut.RunWhenDueAsync(id)).NeedsReview.ShouldBeTrue();

        var refused = await sut.SayAsync(id, ResolutionOutcome.Succeeded, "9100");
        var settled = await sut.SayAsync(id, ResolutionOutcome.Succeeded, "9100", despite: ["9009:Done"]);

        refused.ShouldBeOfType<ResolutionResult.Refused>().Contradictions.ShouldHaveSingleItem().Key.ShouldBe("9009:Done");
        settled.ShouldBeOfType<ResolutionResult.Settled>();
        (await sut.RunWhenDueAsync(id)).NeedsReview.ShouldBeFalse();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(CaseWorld.Amount));
    }

    /// <summary>A refund that 2C2P refused, and of which nothing is waited for any more.</summary>
    private static async Task<OperationId> FailedAndWatchedAsync(World sut)
    {
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "45"));
        var id = await sut.RefundAsync(CaseWorld.Amount);
        await sut.WatchedAsync(id);
        (await sut.OutstandingAsync(id)).ShouldBeNull();
        return id;
    }
}
