using PaymentOperations.Operations;
using PaymentOperations.Tests.Resolutions;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Workflow;

public sealed class LineTests(LedgerStorage storage)
{
    [Fact]
    [TransitionRow("T14b")]
    public async Task an_operation_that_waits_behind_a_persons_decision_says_so_and_goes_on_at_once_after_it()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var first = await sut.RefundAsync();
        var second = await sut.RefundAsync();
        sut.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        await sut.RunAsync(first);
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Lost);
        await sut.RunForAsync(first, TimeSpan.FromMinutes(20));
        await sut.RunAsync(second);
        var early = await sut.RowAsync(second);
        sut.Time.Advance(sut.Times.Patience);

        await sut.RunAsync(second);
        var blocked = await sut.RowAsync(second);
        var seen = (await sut.Reader.FindAsync(sut.Merchant.Id, second, CancellationToken.None)).ShouldNotBeNull();
        sut.Gateway.Always(ProcessType.RefundStatus, null);
        await sut.RunWhenDueAsync(first);
        await sut.RunAsync(second);

        early.NeedsReview.ShouldBeFalse();
        blocked.Status.ShouldBe(OperationStatus.Accepted);
        blocked.NeedsReview.ShouldBeTrue();
        seen.BlockedBy.ShouldBe(first);
        (await sut.RowAsync(first)).Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.RowAsync(second)).Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.RowAsync(second)).NeedsReview.ShouldBeFalse();
    }

    [Fact]
    [TransitionRow("T14b")]
    public async Task who_waits_for_a_day_behind_what_2C2P_calls_pending_says_so_and_goes_on_after_it()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var first = await sut.RefundAsync(1m);
        var second = await sut.RefundAsync(2m);
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Done(request, "RP", code: "42"));
        await sut.RunAsync(first);
        sut.Time.Advance(sut.Times.AcceptedPatience - TimeSpan.FromMinutes(1));
        await sut.RunAsync(second);
        var early = await sut.RowAsync(second);
        sut.Time.Advance(TimeSpan.FromMinutes(1));

        await sut.RunAsync(second);
        var stuck = await sut.RowAsync(second);
        payment.Refunds.Add(new GatewayRefund("A1", Money.FromAmount(1m), "RF", first.ToString()));
        await sut.RunWhenDueAsync(first);
        await sut.RunAsync(second);

        early.NeedsReview.ShouldBeFalse();
        stuck.Status.ShouldBe(OperationStatus.Accepted);
        stuck.ReviewReason.ShouldBe($"It waits behind operation {first}, which has not ended for 24 hours.");
        (await sut.RowAsync(first)).Status.ShouldBe(OperationStatus.Succeeded);
        var ended = await sut.RowAsync(second);
        ended.Status.ShouldBe(OperationStatus.Succeeded);
        ended.NeedsReview.ShouldBeFalse();
    }

    [Fact]
    public async Task who_leaves_the_line_while_another_does_wakes_who_is_first_then()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        OperationId[] ids = [await sut.RefundAsync(1m), await sut.RefundAsync(2m), await sut.RefundAsync(3m)];
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Done(request, "RP", code: "42"));
        await sut.RunAsync(ids[0]);
        (await sut.RowAsync(ids[0])).InLine.ShouldBeTrue();
        payment.Refunds.Add(new GatewayRefund("A1", Money.FromAmount(1m), "RP", ids[0].ToString()));
        IReadOnlyList<OperationId> line = [];
        sut.Storage.Before = request =>
        {
            if (!request.IsTransaction())
                return;

            // The second is about to be cancelled; in this moment the first gets its reference and leaves.
            sut.Storage.Before = _ => { };
            sut.RunWhenDueAsync(ids[0]).GetAwaiter().GetResult();
            line = [.. sut.SnapshotAsync().GetAwaiter().GetResult().Line.Select(place => place.Id)];
        };

        await sut.SayAsync(ids[1], ResolutionOutcome.Cancelled);

        line.ShouldBe(ids[1..]);
        (await sut.RowAsync(ids[1])).Status.ShouldBe(OperationStatus.Failed);
        sut.Pointers[^1].Message.OperationId.ShouldBe(ids[2].ToString());
    }

    [Fact]
    public async Task refunds_of_one_invoice_are_sent_in_the_order_of_their_acceptance()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        OperationId[] ids = [await sut.RefundAsync(1m), await sut.RefundAsync(2m), await sut.RefundAsync(3m)];

        foreach (var id in ids.Reverse().Concat(ids))
            await sut.RunAsync(id);

        sut.Gateway.Sent.Select(request => request.ActionAmount)
            .ShouldBe([Money.FromAmount(1m), Money.FromAmount(2m), Money.FromAmount(3m)]);
    }

    [Fact]
    public async Task two_workers_that_race_for_one_operation_send_it_once()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sut.RunAsync(id)));

        sut.Gateway.Sent.Count.ShouldBe(1);
        payment.Refunds.Count.ShouldBe(1);
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    public async Task a_worker_that_lost_its_claim_before_sending_sends_nothing()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Next(
            ProcessType.RefundStatus,
            async (_, work) =>
            {
                var list = work();
                sut.Time.Advance(sut.Times.Claim + sut.Times.Skew + TimeSpan.FromSeconds(1));
                await sut.RunAsync(id);
                return list;
            }
        );

        await sut.RunAsync(id);

        payment.Refunds.Count.ShouldBe(1);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T6"]);
    }
}
