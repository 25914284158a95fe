using PaymentOperations.Operations;
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
}
