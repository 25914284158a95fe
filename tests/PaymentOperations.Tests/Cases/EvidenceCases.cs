using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Cases;

/// <summary>What a verified message says is never used up.</summary>
public sealed class EvidenceCases(LedgerStorage storage)
{
    [Fact]
    [Case(1)]
    public async Task a_callback_that_says_done_forbids_sending_and_the_list_confirms_it()
    {
        await using var sut = World.Start(storage, merchant: CaseWorld.Vouched);
        sut.AddPayment();
        var id = await sut.DoneAndLostAsync();
        sut.ListLags();
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF"));

        var waiting = await sut.RunForAsync(id, TimeSpan.FromHours(3));
        sut.ShouldBeAPersons(waiting);
        sut.ListIsBack();

        (await sut.RunWhenDueAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Theory]
    [Case(2)]
    [InlineData("97")]
    [InlineData("12")]
    public async Task without_a_list_nothing_is_sent_a_second_time(string code)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.ToBeSentAgainAsync();
        sut.ListIsNotOffered(code);

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(3));

        sut.ShouldBeAPersons(row);
    }

    [Theory]
    [Case(3)]
    [InlineData("RF", "RFF")]
    [InlineData("RFF", "RF")]
    public async Task callbacks_that_contradict_each_other_decide_nothing_and_a_person_sees_both(string first, string second)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(id);
        sut.ListIsNotOffered();
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says(first));
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says(second));

        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(30));

        row.Status.ShouldBe(OperationStatus.Pending);
        row.ReviewReason.ShouldNotBeNull().ShouldContain("callback (00, RF, 9001)");
        row.ReviewReason.ShouldContain("callback (00, RFF, 9001)");
    }

    [Fact]
    [Case(4)]
    public async Task a_yes_without_a_reference_forbids_sending()
    {
        await using var sut = World.Start(storage, merchant: CaseWorld.Vouched);
        sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);
        sut.Gateway.Next(
            ProcessType.Refund,
            (request, work) =>
            {
                work();
                return Task.FromResult(Answers.Done(request, "RF"));
            }
        );
        await sut.RunAsync(id);
        sut.ListLags();

        var waiting = await sut.RunForAsync(id, TimeSpan.FromHours(3));
        sut.ShouldBeAPersons(waiting);
        sut.ListIsBack();

        (await sut.RunWhenDueAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    [Case(5)]
    public async Task a_late_answer_that_says_taken_forbids_a_further_attempt()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.ToBeSentAgainAsync();
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.RunWhenDueAsync(id);
        await sut.AddLateAnswerAsync(id, CaseWorld.Says("RP", "7001", 60m, "42"));

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(3));

        sut.ShouldBeAPersons(row, sent: 2);
    }

    [Theory]
    [Case(6)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task an_entry_with_our_mark_and_no_reference_yet_is_ours(bool hasId)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);
        var row = await sut.RowAsync(id);
        payment.Refunds.Add(
            new GatewayRefund(null, Money.FromAmount(CaseWorld.Amount), "RP", hasId ? id.ToString() : null, row.KeyHash)
        );

        row = await sut.RunForAsync(id, TimeSpan.FromHours(1));

        sut.Gateway.Sent.ShouldBeEmpty();
        row.Status.ShouldBe(OperationStatus.Pending);
    }

    [Fact]
    [Case(7)]
    public async Task marks_that_were_once_seen_make_no_unmarked_entry_a_strangers()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment("INV-0");
        var seen = await sut.RefundAsync(10m, "INV-0");
        await sut.RunAsync(seen, "INV-0");
        await sut.RunAsync(await sut.RefundAsync(10m, "INV-0"), "INV-0");
        sut.AddPayment();
        var id = await sut.DoneAndLostAsync(60m);
        sut.Gateway.Echoes = false;

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(3));

        sut.ShouldBeAPersons(row, sent: 3);
    }

    [Theory]
    [Case(8)]
    [InlineData(true, "RF", UnknownReason.TimedOut)]
    [InlineData(false, "RP", UnknownReason.TimedOut)]
    [InlineData(true, "RP", UnknownReason.ConnectionLost)]
    [InlineData(false, "RF", UnknownReason.HttpStatus)]
    public async Task what_nobody_explains_may_be_ours_whatever_the_merchant_vouches_for(
        bool isCard,
        string status,
        UnknownReason reason
    )
    {
        await using var sut = World.Start(storage, merchant: CaseWorld.Vouched);
        sut.Gateway.Echoes = false;
        var payment = sut.AddPayment(isCard: isCard);
        var id = await sut.RefundAsync(CaseWorld.Amount);
        sut.Gateway.Next(
            ProcessType.Refund,
            (_, work) =>
            {
                work();
                payment.Refunds[0] = payment.Refunds[0] with { Status = status };
                return Task.FromResult<PaymentActionOutcome>(new PaymentActionOutcome.Unknown(reason, null, null));
            }
        );
        await sut.RunAsync(id);

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(3));

        sut.ShouldBeAPersons(row);
    }

    [Fact]
    [Case(15)]
    public async Task a_callback_still_decides_after_a_late_answer_made_the_refund_pending()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.LostAsync();
        sut.ListIsNotOffered();
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF", "7001"));
        await sut.AddLateAnswerAsync(id, CaseWorld.Says("RP", "7001", code: "42"));

        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(10));

        row.Status.ShouldBe(OperationStatus.Succeeded);
        row.Reference.ShouldBe("7001");
        row.NeedsReview.ShouldBeFalse();
    }

    [Fact]
    [Case(16)]
    public async Task a_person_sees_what_the_callback_of_an_undecidable_refund_said()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.LostAsync();
        sut.ListIsNotOffered();
        await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF", "7001"));

        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(30));

        row.Status.ShouldBe(OperationStatus.Unknown);
        row.ReviewReason.ShouldNotBeNull().ShouldContain("callback (00, RF, 7001)");
    }

    [Fact]
    [Case(27)]
    public async Task one_refusal_of_the_list_is_no_proof_that_there_is_none()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.DoneAndLostAsync();
        sut.Gateway.Next(ProcessType.RefundStatus, request => Answers.Refused(request, "97"));

        var after = await sut.RunWhenDueAsync(id);
        var row = await sut.RunWhenDueAsync(id);

        after.NeedsReview.ShouldBeFalse();
        row.Status.ShouldBe(OperationStatus.Succeeded);
    }
}
