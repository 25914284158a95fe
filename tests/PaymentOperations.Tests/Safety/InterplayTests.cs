using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Cases;
using PaymentOperations.Tests.Resolutions;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Safety;

/// <summary>Sequences in which two parts meet that know nothing of each other.</summary>
public sealed class InterplayTests(LedgerStorage storage)
{
    [Fact]
    public async Task what_the_last_look_at_a_sibling_showed_reaches_one_that_nothing_leads_to_any_more()
    {
        await using var sut = await World.StartAloneAsync(storage);
        var payment = sut.AddPayment();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "45"));
        var failed = await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(failed);
        sut.Time.Advance(TimeSpan.FromHours(1));
        var sibling = await sut.RefundAsync();
        await sut.RunAsync(sibling);
        (await sut.RunWhenDueAsync(failed)).WatchedAt.ShouldNotBeNull();
        (await sut.OutstandingAsync(failed)).ShouldBeNull();
        payment.Refunds.Add(new GatewayRefund("9100", Money.FromAmount(CaseWorld.Amount), "RF", failed.ToString()));

        // The pointer to the failed one is lost: nobody runs it.
        (await sut.RunWhenDueAsync(sibling)).WatchedAt.ShouldNotBeNull();
        sut.Time.Advance(sut.Times.LongestWait);
        await sut.SweepAndRunAsync(failed);

        (await sut.RowAsync(failed)).NeedsReview.ShouldBeTrue();
    }

    [Fact]
    public async Task an_index_from_before_a_person_was_called_is_made_good_by_the_sweep()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.DoneAndLostAsync();
        sut.ListLags();
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF"));
        var before = await sut.LookupRowsAsync(id);
        var row = await sut.RunForAsync(id, TimeSpan.FromHours(1));
        row.NeedsReview.ShouldBeTrue();
        foreach (var later in (await sut.LookupRowsAsync(id)).ExceptBy(before.Select(old => old.RowKey), later => later.RowKey))
            await sut.Tables.Index.DeleteEntityAsync(later.PartitionKey, later.RowKey);

        sut.Time.Advance(sut.Times.LongestWait + sut.Times.SweepMargin);
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        (await sut.FindAsync(new() { NeedsReview = true })).ShouldBe([id]);
    }

    [Fact]
    public async Task a_refund_without_a_reference_that_a_person_looked_at_hides_none_of_ours()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(isCard: false);
        var id = await sut.LostAsync();
        payment.Refunds.Add(new GatewayRefund(null, Money.FromAmount(CaseWorld.Amount), "RP"));
        await sut.RunForAsync(id, TimeSpan.FromHours(1));
        (await sut.SayAsync(id, ResolutionOutcome.Failed, despite: ["-:Taken"])).ShouldBeOfType<ResolutionResult.Settled>();
        payment.Refunds.Add(new GatewayRefund(null, Money.FromAmount(CaseWorld.Amount), "RP", id.ToString()));

        var row = await sut.RunWhenDueAsync(id);

        row.WatchedAt.ShouldNotBeNull();
        row.NeedsReview.ShouldBeTrue();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(CaseWorld.Amount));
    }

    [Fact]
    public async Task a_message_that_a_person_overruled_hides_no_refund_that_is_listed_later()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.DoneAndLostAsync();
        sut.ListLags();
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF"));
        await sut.RunForAsync(id, TimeSpan.FromHours(1));
        (await sut.SayAsync(id, ResolutionOutcome.Failed, despite: ["9001:Done"])).ShouldBeOfType<ResolutionResult.Settled>();
        sut.ListIsBack();

        var row = await sut.RunWhenDueAsync(id);

        row.WatchedAt.ShouldNotBeNull();
        row.NeedsReview.ShouldBeTrue();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(CaseWorld.Amount));
    }

    [Fact]
    public async Task the_same_after_a_refusal_that_a_message_contradicted()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "45"));
        var id = await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(id);
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF", "9100"));
        await sut.RunAsync(id);
        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        sut.Time.Advance(TimeSpan.FromMinutes(10));
        (await sut.SayAsync(id, ResolutionOutcome.Failed, despite: ["9100:Done"])).ShouldBeOfType<ResolutionResult.Settled>();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.Zero);
        payment.Refunds.Add(new GatewayRefund("9100", Money.FromAmount(CaseWorld.Amount), "RF", id.ToString()));

        sut.Time.Advance(sut.Times.WatchAfterEnd);
        await sut.RunAsync(id);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(CaseWorld.Amount));
    }

    [Fact]
    public async Task a_second_refund_of_which_a_message_told_is_told_again_when_it_is_listed()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(id);
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF", "9100"));
        await sut.RunAsync(id);
        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.SayAsync(id, ResolutionOutcome.Succeeded, "9001")).ShouldBeOfType<ResolutionResult.Settled>();
        (await sut.RowAsync(id)).NeedsReview.ShouldBeFalse();
        payment.Refunds.Add(new GatewayRefund("9100", Money.FromAmount(CaseWorld.Amount), "RF", id.ToString()));

        sut.Time.Advance(sut.Times.WatchAfterEnd);
        await sut.RunAsync(id);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
    }

    [Fact]
    public async Task what_a_siblings_list_showed_and_a_person_overruled_is_told_again_when_it_is_listed_again()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "45"));
        var failed = await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(failed);
        payment.Refunds.Add(new GatewayRefund("9100", Money.FromAmount(CaseWorld.Amount), "RF", failed.ToString()));
        var sibling = await sut.RefundAsync();
        await sut.RunAsync(sibling);
        await sut.RunAsync(failed);
        sut.ListLags();
        sut.Time.Advance(TimeSpan.FromMinutes(10));
        var word = await sut.SayAsync(failed, ResolutionOutcome.Failed, despite: ["9100:Done"]);
        await sut.RunAsync(failed);
        (await sut.RowAsync(failed)).NeedsReview.ShouldBeFalse();
        sut.ListIsBack();

        await sut.RunWhenDueAsync(sibling);
        await sut.RunAsync(failed);

        word.ShouldBeOfType<ResolutionResult.Settled>();
        (await sut.RowAsync(failed)).NeedsReview.ShouldBeTrue();
        sut.ShouldBeAPersons(await sut.RowAsync(sibling), sent: 1);
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(CaseWorld.Amount + 10m));
    }

    [Fact]
    public async Task two_reasons_to_call_a_person_do_not_take_turns()
    {
        await using var sut = World.Start(storage, merchant: CaseWorld.Vouched);
        sut.AddPayment();
        var id = await sut.ToBeSentAgainAsync(CaseWorld.Amount);
        sut.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        await sut.RunWhenDueAsync(id);
        var payment = sut.Gateway.PaymentOf("INV-1");
        payment.Refunds.Add(new GatewayRefund("9100", Money.FromAmount(CaseWorld.Amount), "RF", id.ToString()));
        await sut.AddLateAnswerAsync(id, CaseWorld.Says("RF", "9100"), attempt: 1);
        await sut.AddLateAnswerAsync(id, CaseWorld.Says("RF", payment.Refunds[0].Reference), attempt: 2);
        await sut.RunForAsync(id, TimeSpan.FromHours(3));
        var told = (await sut.EventsAsync(id)).Count;

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(12));

        sut.ShouldBeAPersons(row, sent: 2);
        (await sut.EventsAsync(id)).Count.ShouldBe(told);
    }

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
    public async Task an_answer_that_is_handed_over_to_what_was_left_alone_is_found_though_its_pointer_is_lost()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);
        sut.Gateway.Next(
            ProcessType.Refund,
            async (request, _) =>
            {
                // Its worker stands still, here, for days.
                sut.Time.Advance(sut.Times.Claim + sut.Times.Skew);
                await sut.RunForAsync(id, TimeSpan.FromHours(1));
                (await sut.SayAsync(id, ResolutionOutcome.Failed)).ShouldBeOfType<ResolutionResult.Settled>();
                await sut.WatchedAsync(id);
                (await sut.OutstandingAsync(id)).ShouldBeNull();
                return Answers.Done(request, "RF", "9100");
            }
        );
        await sut.RunAsync(id);

        sut.Time.Advance(sut.Times.SweepMargin);
        await sut.SweepAndRunAsync(id);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(CaseWorld.Amount));
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

    [Fact]
    public async Task what_is_listed_between_a_persons_word_and_the_request_of_an_older_copy_is_a_persons()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        sut.Gateway.Echoes = false;
        var id = await HintedAsync(sut);
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.NeverSent);
        (await sut.SayAsync(id, ResolutionOutcome.SendAgain)).ShouldBeOfType<ResolutionResult.Settled>();
        await sut.RunAsync(id);
        payment.Refunds.Add(new GatewayRefund("9100", Money.FromAmount(CaseWorld.Amount), "RF"));

        var row = await sut.RunWhenDueAsync(id);

        sut.ShouldBeAPersons(row);
        payment.Refunds.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task an_answer_to_a_request_that_an_older_copy_does_not_know_is_not_taken_for_another_requests()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await HintedAsync(sut);
        sut.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        (await sut.SayAsync(id, ResolutionOutcome.SendAgain)).ShouldBeOfType<ResolutionResult.Settled>();
        await sut.RunAsync(id);
        await sut.AddLateAnswerAsync(id, Answers.Response("R", "INV-1", "45"));

        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.Status.ShouldNotBe(OperationStatus.Failed);
        OperationView.Of(row).Attempts.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task what_may_repeat_a_refund_that_a_copy_does_not_know_is_not_cancelled_as_if_nothing_had_been_done(
        bool isMarked
    )
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        await sut.Get<GatewayMemory>().RememberRestoredAsync(sut.Merchant.Id, sut.Time.GetUtcNow(), CancellationToken.None);
        var id = await sut.RefundAsync(CaseWorld.Amount);
        var lost = OperationId.New(sut.Time).ToString();
        payment.Refunds.Add(
            new GatewayRefund(
                "9100",
                Money.FromAmount(CaseWorld.Amount),
                "RF",
                isMarked ? lost : null,
                isMarked ? (await sut.RowAsync(id)).KeyHash : null
            )
        );

        var refused = await sut.SayAsync(id, ResolutionOutcome.Cancelled);
        await sut.RunAsync(id);

        refused.ShouldBeOfType<ResolutionResult.Refused>().Contradictions.ShouldHaveSingleItem().Key.ShouldBe("9100:Done");
        var row = await sut.RowAsync(id);
        (row.Status == OperationStatus.Succeeded).ShouldBe(isMarked);
        row.NeedsReview.ShouldBe(!isMarked);
        sut.Gateway.Sent.ShouldBeEmpty();
    }

    /// <summary>A refund that the ledger calls accepted and an index more: the ledger is an older copy, and a person is called.</summary>
    private static async Task<OperationId> HintedAsync(World sut)
    {
        var id = await sut.RefundAsync(CaseWorld.Amount);
        var hint = (await sut.OutstandingAsync(id)).ShouldNotBeNull();
        hint["status"] = nameof(OperationStatus.Unknown);
        await sut.Tables.Outstanding.UpsertEntityAsync(hint);
        await sut.RunAsync(id);
        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        return id;
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
