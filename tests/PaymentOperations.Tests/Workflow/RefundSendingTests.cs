using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Workflow;

public sealed class RefundSendingTests(LedgerStorage storage)
{
    [Fact]
    [TransitionRow("T1", "T3", "T6")]
    public async Task an_accepted_refund_is_sent_once_and_succeeds()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(25m);

        await sut.RunAsync(id);
        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.Status.ShouldBe(OperationStatus.Succeeded);
        row.Reference.ShouldBe("9001");
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T6"]);
        var sent = sut.Gateway.Sent.ShouldHaveSingleItem();
        sent.ActionAmount.ShouldBe(Money.FromAmount(25m));
        sent.UserDefined.ShouldBe([id.ToString(), row.KeyHash]);
        sent.NotifyUrl.ShouldBe($"https://pay.example.com/api/notifications/{sut.Merchant.Id}/{id}");
        var ledger = await sut.SnapshotAsync();
        ledger.References["9001"].ShouldBe(id);
        ledger.Line.ShouldBeEmpty();
        ledger.Invoice.Reserved.ShouldBe(Money.FromAmount(25m));
    }

    [Fact]
    [TransitionRow("T3")]
    public async Task the_right_to_send_is_committed_with_baseline_and_a_new_claim_before_anything_leaves()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        payment.Refunds.Add(new GatewayRefund("8001", Money.FromAmount(5m), "RF"));
        var id = await sut.RefundAsync();
        PaymentOperations.Storage.OperationRow? atSend = null;
        sut.Gateway.Next(
            ProcessType.Refund,
            async (_, work) =>
            {
                atSend = await sut.RowAsync(id);
                return work();
            }
        );

        await sut.RunAsync(id);

        atSend.ShouldNotBeNull().Status.ShouldBe(OperationStatus.Submitting);
        atSend.Baseline.ShouldNotBeNull().Count.ShouldBe(1);
        atSend.Baseline.Contains("8001").ShouldBeTrue();
        atSend.ClaimUntil.ShouldBe(sut.Time.GetUtcNow() + sut.Times.Claim);
        atSend.Attempts.ShouldHaveSingleItem().ClaimUntil.ShouldBe(atSend.ClaimUntil!.Value);
    }

    [Fact]
    [TransitionRow("T3")]
    public async Task only_the_first_in_line_is_sent()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var first = await sut.RefundAsync();
        var second = await sut.RefundAsync();

        await sut.RunAsync(second);

        sut.Gateway.Sent.ShouldBeEmpty();
        (await sut.RowAsync(second)).Status.ShouldBe(OperationStatus.Accepted);
        await sut.RunAsync(first);
        sut.Pointers[^1].Message.OperationId.ShouldBe(second.ToString());
        sut.Pointers[^1].Delay.ShouldBe(TimeSpan.Zero);
        await sut.RunAsync(second);
        sut.Gateway.Sent.Count.ShouldBe(2);
    }

    [Fact]
    [TransitionRow("T3")]
    public async Task nothing_is_sent_while_the_list_misses_a_refund_that_succeeded()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var first = await sut.RefundAsync();
        await sut.RunAsync(first);
        var second = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.RefundStatus, _ => Answers.List(new GatewayPayment { InvoiceNo = "INV-1" }));

        await sut.RunAsync(second);

        sut.Gateway.Sent.Count.ShouldBe(1);
        (await sut.RowAsync(second)).Status.ShouldBe(OperationStatus.Accepted);
        (await sut.RunWhenDueAsync(second)).Status.ShouldBe(OperationStatus.Succeeded);
        payment.Refunds.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(UnknownReason.TimedOut)]
    [InlineData(UnknownReason.Unverified)]
    [InlineData(UnknownReason.HttpStatus)]
    public async Task an_outage_is_spent_in_accepted(UnknownReason reason)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Always(ProcessType.RefundStatus, _ => new PaymentActionOutcome.Unknown(reason, null, null));

        var during = await sut.RunForAsync(id, TimeSpan.FromHours(1));
        sut.Gateway.Always(ProcessType.RefundStatus, null);
        var after = await sut.RunWhenDueAsync(id);

        during.Status.ShouldBe(OperationStatus.Accepted);
        during.Attempts.ShouldBeEmpty();
        after.Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    public async Task nothing_new_is_begun_while_the_host_stops()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();

        await sut.RunAsync(id, stopping: new CancellationToken(canceled: true));

        sut.Gateway.Sent.ShouldBeEmpty();
        (await sut.RowAsync(id)).ClaimToken.ShouldBeNull();
        sut.Pointers[^1].Delay.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    [TransitionRow("T3a")]
    public async Task a_payment_that_vanished_fails_the_refund_and_frees_its_reserve()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Always(ProcessType.RefundStatus, request => Answers.Refused(request, "16"));

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Failed);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3a"]);
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.Zero);
        (await sut.SnapshotAsync()).Line.ShouldBeEmpty();
    }

    [Theory]
    [TransitionRow("T3a")]
    [InlineData("V", 100)]
    [InlineData("A", 100)]
    [InlineData("S", 9)]
    public async Task a_payment_that_no_longer_allows_it_fails_the_refund(string status, decimal amount)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();
        payment.Status = status;
        payment.Amount = Money.FromAmount(amount);

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Failed);
        sut.Gateway.Sent.ShouldBeEmpty();
    }

    [Fact]
    [TransitionRow("T4")]
    public async Task a_refund_that_the_gateway_already_lists_with_our_mark_is_never_sent()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();
        var keyHash = (await sut.RowAsync(id)).KeyHash;
        payment.Refunds.Add(new GatewayRefund("8001", Money.FromAmount(10m), "RF", "an id of a lost ledger", keyHash));

        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.Status.ShouldBe(OperationStatus.Succeeded);
        row.Reference.ShouldBe("8001");
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T4"]);
        sut.Gateway.Sent.ShouldBeEmpty();
    }

    [Fact]
    [TransitionRow("T14c")]
    public async Task two_refunds_with_our_mark_are_no_success_and_call_a_person()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();
        payment.Refunds.Add(new GatewayRefund("8000", Money.FromAmount(10m), "RR", id.ToString()));
        payment.Refunds.Add(new GatewayRefund("8001", Money.FromAmount(10m), "RF", id.ToString()));
        payment.Refunds.Add(new GatewayRefund("8002", Money.FromAmount(10m), "RF", id.ToString()));

        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.Status.ShouldBe(OperationStatus.Accepted);
        row.NeedsReview.ShouldBeTrue();
        sut.Gateway.Sent.ShouldBeEmpty();
    }

    [Fact]
    [TransitionRow("T5")]
    public async Task a_request_that_provably_never_left_is_tried_again()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.NeverSent);

        await sut.RunAsync(id);
        var after = await sut.RowAsync(id);
        var end = await sut.RunWhenDueAsync(id);

        after.Status.ShouldBe(OperationStatus.Accepted);
        after.Attempts.ShouldHaveSingleItem().NeverSent.ShouldBeTrue();
        after.ClaimToken.ShouldBeNull();
        end.Status.ShouldBe(OperationStatus.Succeeded);
        payment.Refunds.Count.ShouldBe(1);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T5", "T3", "T6"]);
    }

    [Fact]
    [TransitionRow("T5")]
    public async Task a_right_to_send_that_was_committed_too_slowly_is_not_used()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Storage.After = request =>
        {
            if (request.IsTransaction())
                sut.Time.Advance(sut.Times.SendWindow + TimeSpan.FromSeconds(1));
        };

        await sut.RunAsync(id);

        sut.Gateway.Sent.ShouldBeEmpty();
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T5"]);
    }
}
