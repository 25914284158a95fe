using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Cases;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Resolutions;

/// <summary>A person's word as a message: kept, weighed once, never lost.</summary>
public sealed class WordTests(LedgerStorage storage)
{
    [Fact]
    public async Task the_same_word_again_is_answered_as_before_and_followed_once()
    {
        await using var sut = World.Start(storage);
        var id = await ReviewSteps.ReviewedAsync(sut);
        var first = await sut.SayAsync(id, ResolutionOutcome.Failed, key: "one");

        var again = await sut.SayAsync(id, ResolutionOutcome.Failed, key: "one");

        first.ShouldBeOfType<ResolutionResult.Settled>().Replayed.ShouldBeFalse();
        again.ShouldBeOfType<ResolutionResult.Settled>().Replayed.ShouldBeTrue();
        (await sut.RulesAsync(id)).Count(rule => rule == "T18").ShouldBe(1);
    }

    [Fact]
    public async Task a_refused_word_again_is_refused_with_the_same_evidence()
    {
        await using var sut = World.Start(storage);
        var id = await ReviewSteps.ReviewedAsync(sut, isDone: true);
        var first = await sut.SayAsync(id, ResolutionOutcome.Failed, key: "one");

        var again = await sut.SayAsync(id, ResolutionOutcome.Failed, key: "one");

        var evidence = first.ShouldBeOfType<ResolutionResult.Refused>().Contradictions.ShouldHaveSingleItem();
        evidence.ShouldBe(
            new ContradictingEntry("9001:Done", "2C2P lists refund 9001 as RF of 40.00", MayBeOverruled: true)
            {
                Reference = "9001",
                Status = "RF",
                Amount = Money.FromAmount(CaseWorld.Amount),
            }
        );
        again.ShouldBeOfType<ResolutionResult.Refused>().Contradictions.ShouldBe([evidence]);
    }

    [Fact]
    public async Task one_key_says_one_thing()
    {
        await using var sut = World.Start(storage);
        var id = await ReviewSteps.ReviewedAsync(sut);
        await sut.SayAsync(id, ResolutionOutcome.Succeeded, "9009", key: "one");

        var other = await sut.SayAsync(id, ResolutionOutcome.Failed, key: "one");

        other.ShouldBeOfType<ResolutionResult.KeyReused>();
        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
    }

    [Fact]
    public async Task a_failed_refund_that_a_person_finds_done_is_reserved_and_who_says_the_opposite_is_not_agreed_with()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync(40m);
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "45"));
        await sut.RunAsync(id);
        // Called for another reason than a contradiction, as T14d does.
        await sut.Ledger.TryReplaceAsync(
            await sut.RowAsync(id) with
            {
                ReviewReason = "Its runs fail.",
                ReviewSince = sut.Time.GetUtcNow(),
            },
            CancellationToken.None
        );
        payment.Refunds.Add(new GatewayRefund("9001", Money.FromAmount(40m), "RF", id.ToString()));

        var done = await sut.SayAsync(id, ResolutionOutcome.Succeeded, "9001");
        var notDone = await sut.SayAsync(id, ResolutionOutcome.Failed);

        done.ShouldBeOfType<ResolutionResult.Settled>();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(40m));
        (await sut.RowAsync(id)).IsReservedAgain.ShouldBeTrue();
        notDone.ShouldBeOfType<ResolutionResult.Refused>();
    }

    [Fact]
    public async Task the_word_to_send_again_is_used_up_by_one_request()
    {
        await using var sut = World.Start(storage);
        var id = await ReviewSteps.ReviewedAsync(sut);
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.SayAsync(id, ResolutionOutcome.SendAgain);

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(2));

        sut.Gateway.Sent.Count.ShouldBe(2);
        row.NeedsReview.ShouldBeTrue();
        row.Attempts[^1].Licence.ShouldBe(Licence.Person);
    }

    [Fact]
    public async Task the_word_to_send_again_outlives_a_request_that_never_left()
    {
        await using var sut = World.Start(storage);
        var id = await ReviewSteps.ReviewedAsync(sut);
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.NeverSent);
        await sut.SayAsync(id, ResolutionOutcome.SendAgain);

        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(10));

        row.Status.ShouldBe(OperationStatus.Succeeded);
        sut.Gateway.PaymentOf("INV-1").Refunds.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task what_2C2P_says_after_the_word_to_send_again_still_forbids_it()
    {
        await using var sut = World.Start(storage);
        var id = await ReviewSteps.ReviewedAsync(sut);
        await sut.SayAsync(id, ResolutionOutcome.SendAgain);
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Accepted);
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF") with { UserDefined = [id.ToString(), null] });

        await sut.RunForAsync(id, TimeSpan.FromHours(1));

        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task nobody_decides_while_a_request_may_still_be_under_way()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.DoneAndLostAsync();
        var row = await sut.RowAsync(id);
        await sut.Ledger.TryReplaceAsync(row with { ReviewReason = "A person looks." }, CancellationToken.None);
        sut.ListLags();

        var failed = await sut.SayAsync(id, ResolutionOutcome.Failed);
        var again = await sut.SayAsync(id, ResolutionOutcome.SendAgain);

        failed.ShouldBeOfType<ResolutionResult.Refused>().Reason.ShouldContain("may still be under way");
        again.ShouldBeOfType<ResolutionResult.Refused>().Reason.ShouldContain("may still be under way");
    }

    [Theory]
    [InlineData(OperationStatus.Accepted, ResolutionOutcome.Failed)]
    [InlineData(OperationStatus.Accepted, ResolutionOutcome.SendAgain)]
    [InlineData(OperationStatus.Succeeded, ResolutionOutcome.Failed)]
    [InlineData(OperationStatus.Succeeded, ResolutionOutcome.SendAgain)]
    [InlineData(OperationStatus.Succeeded, ResolutionOutcome.Cancelled)]
    public async Task what_nobody_has_to_settle_is_not_settled(OperationStatus status, ResolutionOutcome outcome)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);
        if (status != OperationStatus.Accepted)
            await sut.RunAsync(id);

        var result = await sut.SayAsync(id, outcome);

        result.ShouldBeOfType<ResolutionResult.Refused>().Contradictions.ShouldBeEmpty();
        (await sut.RowAsync(id)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task an_operation_that_was_never_sent_is_cancelled_at_once_and_frees_its_amount_and_its_place()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);

        var result = await sut.SayAsync(id, ResolutionOutcome.Cancelled);

        var operation = result.ShouldBeOfType<ResolutionResult.Settled>().Operation;
        operation.Status.ShouldBe(OperationStatus.Failed);
        operation.History[^1].Note.ShouldBe("Cancelled before anything was sent. Mei Tan: I looked (looked at: the portal)");
        var snapshot = await sut.SnapshotAsync();
        snapshot.Invoice.Reserved.ShouldBe(Money.Zero);
        snapshot.Line.ShouldBeEmpty();
        sut.Gateway.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task an_operation_of_another_merchant_is_not_found()
    {
        await using var mine = World.Start(storage);
        await using var theirs = World.Start(storage);
        var id = await ReviewSteps.ReviewedAsync(theirs);

        var result = await mine.SayAsync(id, ResolutionOutcome.Failed);

        result.ShouldBeOfType<ResolutionResult.NotFound>();
        (await theirs.RowAsync(id)).NeedsReview.ShouldBeTrue();
    }

    [Fact]
    public async Task a_settlement_is_settled_as_the_payment_shows_it()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        var id = await sut.SettlementAsync();
        sut.Gateway.Next(ProcessType.Settlement, request => Answers.Done(request, "A"));
        await sut.RunAsync(id);
        await ReviewSteps.ReviewedAsync(sut, id);
        sut.Time.Advance(TimeSpan.FromMinutes(5));

        var early = await sut.SayAsync(id, ResolutionOutcome.Succeeded);
        var again = await sut.SayAsync(id, ResolutionOutcome.SendAgain);
        payment.Status = "RS";
        var failed = await sut.SayAsync(id, ResolutionOutcome.Failed, despite: ["-:Contradiction", "payment:RS"]);
        var settled = await sut.SayAsync(id, ResolutionOutcome.Succeeded);

        early.ShouldBeOfType<ResolutionResult.Refused>().Contradictions.ShouldHaveSingleItem().Status.ShouldBe("A");
        again.ShouldBeOfType<ResolutionResult.Refused>();
        failed.ShouldBeOfType<ResolutionResult.Refused>();
        settled.ShouldBeOfType<ResolutionResult.Settled>().Operation.Status.ShouldBe(OperationStatus.Succeeded);
        sut.Gateway.Sent.Count.ShouldBe(1);
    }
}
