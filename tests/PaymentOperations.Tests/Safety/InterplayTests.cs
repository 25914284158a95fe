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
}
