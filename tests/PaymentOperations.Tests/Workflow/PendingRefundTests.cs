using PaymentOperations.Notifications;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Workflow;

public sealed class PendingRefundTests(LedgerStorage storage)
{
    [Theory]
    [TransitionRow("T15")]
    [InlineData("RF", OperationStatus.Succeeded, 10)]
    [InlineData("RR1", OperationStatus.Failed, 0)]
    [InlineData("RFF", OperationStatus.Failed, 0)]
    public async Task the_list_decides_a_pending_refund(string status, OperationStatus expected, decimal reserved)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(isCard: false);
        var id = await PendingAsync(sut);
        payment.Refunds[0] = payment.Refunds[0] with { Status = status };

        var row = await sut.RunWhenDueAsync(id);

        row.Status.ShouldBe(expected);
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T7", "T15"]);
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(reserved));
        (await sut.OutstandingAsync(id))
            .ShouldNotBeNull()
            .GetDateTimeOffset("nextCheckAt")
            .ShouldBe(row.StatusSince + sut.Times.WatchAfterEnd);
        (await sut.IndexedAsync(id)).ShouldNotBeNull().GetString("status").ShouldBe(expected.ToString());
    }

    [Fact]
    [TransitionRow("T15")]
    public async Task a_refund_that_stays_pending_or_leaves_the_list_stays_pending()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(isCard: false);
        var id = await PendingAsync(sut);

        await sut.RunWhenDueAsync(id);
        payment.Refunds.Clear();
        var row = await sut.RunForAsync(id, TimeSpan.FromDays(2));

        row.Status.ShouldBe(OperationStatus.Pending);
        row.NeedsReview.ShouldBeFalse();
    }

    [Fact]
    [TransitionRow("T15")]
    public async Task a_refund_that_is_pending_for_seven_days_is_a_persons()
    {
        await using var sut = World.Start(storage, times => times.PendingPatience = TimeSpan.FromHours(2));
        sut.AddPayment(isCard: false);
        var id = await PendingAsync(sut);

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(3));

        row.Status.ShouldBe(OperationStatus.Pending);
        row.NeedsReview.ShouldBeTrue();
    }

    [Fact]
    [TransitionRow("T15a")]
    public async Task a_pending_refund_without_a_reference_gets_it_from_the_list_and_leaves_the_line()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync();
        sut.Gateway.Next(
            ProcessType.Refund,
            (request, work) =>
            {
                work();
                return Task.FromResult(Answers.Done(request, "RP", null, "42"));
            }
        );
        await sut.RunAsync(id);

        var row = await sut.RunWhenDueAsync(id);

        row.Status.ShouldBe(OperationStatus.Pending);
        row.Reference.ShouldBe("9001");
        (await sut.RulesAsync(id)).ShouldBe(["T1", "T3", "T7", "T15a"]);
        (await sut.SnapshotAsync()).References["9001"].ShouldBe(id);
        (await sut.SnapshotAsync()).Line.ShouldBeEmpty();
    }

    [Fact]
    [TransitionRow("T15")]
    public async Task a_callback_only_makes_the_runner_ask_and_the_list_decides()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(isCard: false);
        var id = await PendingAsync(sut);
        var says = Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(10m), "9001");

        var stored = await sut.CallbackAsync(id.ToString(), says);
        var before = await sut.RowAsync(id);
        await sut.RunAsync(id);
        var disagreeing = await sut.RowAsync(id);
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RF" };
        var after = await sut.RunWhenDueAsync(id);

        stored.ShouldBe(NotificationResult.Stored);
        before.Status.ShouldBe(OperationStatus.Pending);
        disagreeing.Status.ShouldBe(OperationStatus.Pending);
        after.Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    [TransitionRow("T15")]
    public async Task a_callback_that_the_list_does_not_confirm_for_a_day_calls_a_person()
    {
        await using var sut = World.Start(storage, times => times.DisagreementPatience = TimeSpan.FromHours(1));
        sut.AddPayment(isCard: false);
        var id = await PendingAsync(sut);
        await sut.CallbackAsync(id.ToString(), Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(10m), "9001"));
        await sut.RunAsync(id);

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(2));

        row.Status.ShouldBe(OperationStatus.Pending);
        row.NeedsReview.ShouldBeTrue();
    }

    [Theory]
    [TransitionRow("T16")]
    [InlineData("RF", "9001", "ABC123", OperationStatus.Succeeded)]
    [InlineData("RF", "9001", "", OperationStatus.Succeeded)]
    [InlineData("RR", "9001", "", OperationStatus.Failed)]
    [InlineData("RFF", "9001", "", OperationStatus.Failed)]
    [InlineData("RF", "9001", "FABC", OperationStatus.Pending)]
    [InlineData("RF", "9001", "FABC123", OperationStatus.Pending)]
    [InlineData("RF", "9001", "f12345", OperationStatus.Pending)]
    [InlineData("RF", "7777", "ABC123", OperationStatus.Pending)]
    [InlineData("XX", "9001", "ABC123", OperationStatus.Pending)]
    public async Task without_a_list_a_callback_that_fits_decides(
        string status,
        string reference,
        string approvalCode,
        OperationStatus expected
    )
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await PendingAsync(sut);
        sut.Gateway.Always(ProcessType.RefundStatus, request => Answers.Refused(request, "97"));
        var says = Answers.Response("R", "INV-1", "00", status, Money.FromAmount(10m), reference);
        await sut.CallbackAsync(id.ToString(), says with { ApprovalCode = approvalCode });
        await sut.RunAsync(id);
        var early = await sut.RowAsync(id);

        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(5));

        early.Status.ShouldBe(OperationStatus.Pending);
        row.Status.ShouldBe(expected);
    }

    [Fact]
    [TransitionRow("T16")]
    public async Task a_silent_gateway_is_no_missing_list_and_the_callback_waits()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await PendingAsync(sut);
        sut.Gateway.Next(ProcessType.RefundStatus, _ => Answers.Lost);
        await sut.CallbackAsync(id.ToString(), Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(10m), "9001"));

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Pending);
        (await sut.NewsAsync(id)).Count.ShouldBe(1);
    }

    private static async Task<OperationId> PendingAsync(World world)
    {
        var id = await world.RefundAsync();
        await world.RunAsync(id);
        (await world.RowAsync(id)).Status.ShouldBe(OperationStatus.Pending);
        return id;
    }
}
