using PaymentOperations.Operations;
using PaymentOperations.Tests.Cases;
using PaymentOperations.Tests.Resolutions;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Safety;

/// <summary>What a person overruled, and what more is told of it all the same.</summary>
public sealed class OverruledTests(LedgerStorage storage)
{
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
}
