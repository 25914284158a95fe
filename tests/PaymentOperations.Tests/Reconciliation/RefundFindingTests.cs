using PaymentOperations.Operations;
using PaymentOperations.Reconciliation;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Reconciliation;

public sealed class RefundFindingTests(LedgerStorage storage)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task what_both_sides_say_agrees_whether_2C2P_returns_our_texts_or_not(bool echoes)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Gateway.Echoes = echoes;
        var id = await sut.DoneRefundAsync();

        var line = (await sut.ReconcileAsync()).ShouldHaveSingleItem();

        line.ShouldBe(
            new ReportLine
            {
                Finding = Finding.Agree,
                InvoiceNo = "INV-1",
                OperationId = id.ToString(),
                Kind = OperationKind.Refund,
                Status = OperationStatus.Succeeded,
                Amount = Money.FromAmount(10m),
                GatewayReference = "9001",
                GatewayStatus = "RF",
                GatewayAmount = Money.FromAmount(10m),
            }
        );
    }

    [Fact]
    public async Task a_refund_that_no_operation_owns_is_missing_here()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        await sut.DoneRefundAsync();
        payment.Refunds.Add(new GatewayRefund("P1", Money.FromAmount(20m), "RF"));
        payment.Refunds.Add(new GatewayRefund("P2", Money.FromAmount(30m), "RR1"));

        var report = await sut.ReconcileAsync();

        report.Count.ShouldBe(2);
        var line = report.ShouldContainSingle(Finding.MissingHere);
        line.OperationId.ShouldBeNull();
        line.GatewayReference.ShouldBe("P1");
        line.GatewayAmount.ShouldBe(Money.FromAmount(20m));
    }

    [Fact]
    public async Task two_refunds_of_a_stranger_without_a_reference_are_two()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        await sut.DoneRefundAsync();
        payment.Refunds.Add(new GatewayRefund(null, Money.FromAmount(20m), "RF"));
        payment.Refunds.Add(new GatewayRefund(null, Money.FromAmount(20m), "RF"));

        var report = await sut.ReconcileAsync();

        report.Count(line => line.Finding == Finding.MissingHere).ShouldBe(2);
    }

    [Fact]
    public async Task a_refund_that_2C2P_does_not_list_is_missing_there()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.DoneRefundAsync();
        payment.Refunds.Clear();

        var line = (await sut.ReconcileAsync()).ShouldHaveSingleItem();

        line.Finding.ShouldBe(Finding.MissingThere);
        line.OperationId.ShouldBe(id.ToString());
        line.GatewayAmount.ShouldBeNull();
    }

    [Fact]
    public async Task one_that_has_only_just_succeeded_is_given_the_time_that_a_list_may_lag()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        payment.Refunds.Clear();

        (await sut.ReconcileAsync()).ShouldHaveSingleItem().Finding.ShouldBe(Finding.InFlight);
    }

    [Fact]
    public async Task another_refund_of_ours_than_the_one_that_2C2P_named_is_one_more_and_ours_is_missing()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.DoneRefundAsync();
        payment.Refunds[0] = payment.Refunds[0] with { Reference = "9777" };

        var report = await sut.ReconcileAsync();

        report.ShouldContainSingle(Finding.MissingThere).OperationId.ShouldBe(id.ToString());
        report.ShouldContainSingle(Finding.MissingHere).GatewayReference.ShouldBe("9777");
    }

    [Fact]
    public async Task a_refund_that_2C2P_took_back_is_missing_there()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        await sut.DoneRefundAsync();
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RR1" };

        var line = (await sut.ReconcileAsync()).ShouldHaveSingleItem();

        line.Finding.ShouldBe(Finding.MissingThere);
        line.GatewayStatus.ShouldBe("RR1");
    }

    [Fact]
    public async Task another_amount_differs()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        await sut.DoneRefundAsync();
        payment.Refunds[0] = payment.Refunds[0] with { Amount = Money.FromAmount(11m) };

        var line = (await sut.ReconcileAsync()).ShouldHaveSingleItem();

        line.Finding.ShouldBe(Finding.AmountDiffers);
        line.Amount.ShouldBe(Money.FromAmount(10m));
        line.GatewayAmount.ShouldBe(Money.FromAmount(11m));
    }

    [Fact]
    public async Task an_amount_that_cannot_be_read_is_no_agreement()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        await sut.DoneRefundAsync();
        var list = Answers.ListView(payment);
        var unreadable = list with { Refunds = [list.Refunds[0] with { Amount = null, AmountText = "10,00" }] };
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Of(unreadable));

        (await sut.ReconcileAsync()).ShouldHaveSingleItem().Finding.ShouldBe(Finding.Unreadable);
    }

    [Fact]
    public async Task a_second_refund_of_one_operation_is_missing_here()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.DoneRefundAsync();
        payment.Refunds.Add(payment.Refunds[0] with { Reference = "9500" });

        var report = await sut.ReconcileAsync();

        report.ShouldContainSingle(Finding.Agree).GatewayReference.ShouldBe("9001");
        var line = report.ShouldContainSingle(Finding.MissingHere);
        line.OperationId.ShouldBe(id.ToString());
        line.GatewayReference.ShouldBe("9500");
    }

    [Fact]
    public async Task a_refund_that_the_ledger_calls_failed_and_2C2P_lists_is_missing_here()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "31"));
        var id = await sut.DoneRefundAsync();
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Failed);
        payment.Refunds.Add(new GatewayRefund("9500", Money.FromAmount(10m), "RF", id.ToString()));

        var line = (await sut.ReconcileAsync()).ShouldHaveSingleItem();

        line.Finding.ShouldBe(Finding.MissingHere);
        line.OperationId.ShouldBe(id.ToString());
        line.GatewayReference.ShouldBe("9500");
    }

    [Fact]
    public async Task one_that_failed_long_ago_and_2C2P_now_lists_as_done_is_missing_here_too()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(isCard: false);
        var old = await sut.DoneRefundAsync();
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RR1" };
        (await sut.WatchedAsync(old)).Status.ShouldBe(OperationStatus.Failed);
        sut.Time.Advance(TimeSpan.FromDays(20));
        await sut.DoneRefundAsync();
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RF" };

        var line = (await sut.ReconcileAsync()).ShouldContainSingle(Finding.MissingHere);

        line.OperationId.ShouldBe(old.ToString());
        line.GatewayReference.ShouldBe(payment.Refunds[0].Reference);
    }

    [Fact]
    public async Task a_refund_that_failed_on_both_sides_agrees()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "31"));
        await sut.DoneRefundAsync();

        (await sut.ReconcileAsync()).ShouldHaveSingleItem().Finding.ShouldBe(Finding.Agree);
    }

    [Fact]
    public async Task what_is_open_is_in_flight()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        await sut.DoneRefundAsync();
        await sut.RefundAsync();

        var report = await sut.ReconcileAsync();

        report
            .Select(line => (line.Finding, line.Status))
            .ShouldBe(
                [(Finding.InFlight, OperationStatus.Pending), (Finding.InFlight, OperationStatus.Accepted)],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task a_refund_that_may_be_of_an_undecided_operation_is_in_flight_and_no_alarm()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Gateway.Echoes = false;
        sut.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        await sut.DoneRefundAsync();

        var report = await sut.ReconcileAsync();

        report.Select(line => line.Finding).ShouldBe([Finding.InFlight, Finding.InFlight]);
    }

    [Fact]
    public async Task two_lists_that_never_meet_a_quiet_ledger_are_in_flight()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.DoneRefundAsync();
        payment.Refunds.Clear();
        sut.Gateway.Always(ProcessType.RefundStatus, request => Touched(sut, id, request));

        var line = (await sut.ReconcileAsync()).ShouldHaveSingleItem();

        line.Finding.ShouldBe(Finding.InFlight);
        sut.Gateway.Requests.Count(request => request.ProcessType == ProcessType.RefundStatus)
            .ShouldBe(1 + sut.Reconciliation().Readings);
    }

    [Fact]
    public async Task what_changed_once_while_2C2P_was_asked_is_read_again()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.DoneRefundAsync();
        sut.Gateway.Next(ProcessType.RefundStatus, request => Touched(sut, id, request));

        (await sut.ReconcileAsync()).ShouldHaveSingleItem().Finding.ShouldBe(Finding.Agree);
    }

    private static PaymentActionOutcome Touched(World world, OperationId id, PaymentProcessRequest request)
    {
        var row = world.RowAsync(id).GetAwaiter().GetResult();
        world.Ledger.TryReplaceAsync(row with { WriteId = "other" }, CancellationToken.None).GetAwaiter().GetResult();
        return world.Gateway.Work(request);
    }
}
