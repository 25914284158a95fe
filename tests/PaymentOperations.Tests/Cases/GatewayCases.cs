using PaymentOperations.Notifications;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Cases;

/// <summary>What the gateway sizes, spells and leaves out.</summary>
public sealed class GatewayCases(LedgerStorage storage)
{
    [Theory]
    [Case(21)]
    [InlineData("12.345", 40)]
    [InlineData("1,234.56", 5_000)]
    [InlineData("", 9_999_999)]
    public async Task a_captured_amount_that_cannot_be_read_is_no_permission(string text, decimal amount)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        PaymentActionOutcome Unreadable(string letter) =>
            Answers.Of(Answers.View(payment, letter) with { Amount = null, AmountText = text });
        sut.Gateway.Always(ProcessType.Inquiry, _ => Unreadable("I"));
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Unreadable("RS"));
        var id = await sut.RefundAsync(amount);

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(2));

        sut.ShouldBeAPersons(row, sent: 0);
    }

    [Fact]
    [Case(21)]
    public async Task a_listed_amount_that_cannot_be_read_is_no_permission()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var list = Answers.ListView(payment) with
        {
            Refunds =
            [
                new RefundEntry
                {
                    ReferenceNo = "8001",
                    Status = TransactionStatus.RefundConfirmed,
                    AmountText = "1,0",
                },
            ],
        };
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Of(list));
        var id = await sut.RefundAsync(CaseWorld.Amount);

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(2));

        sut.ShouldBeAPersons(row, sent: 0);
    }

    [Fact]
    [Case(22)]
    public async Task a_description_of_forty_thousand_characters_is_cut_and_written()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.Next(
            ProcessType.Refund,
            (_, work) =>
            {
                var answered = work().ShouldBeOfType<PaymentActionOutcome.Answered>();
                return Task.FromResult(Answers.Of(answered.Response with { RespDesc = new string('x', 40_000) }));
            }
        );

        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.Status.ShouldBe(OperationStatus.Succeeded);
        row.Gateway.ShouldNotBeNull().RespDesc.ShouldNotBeNull().Length.ShouldBe(100);
    }

    [Theory]
    [Case(28)]
    [InlineData(2_600)]
    [InlineData(10_000)]
    public async Task an_invoice_of_thousands_of_refunds_works(int count)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(amount: 100_000m);
        for (var number = 0; number < count; number++)
            payment.Refunds.Add(new GatewayRefund($"PORTAL-{number:D10}", Money.FromAmount(1m), "RF"));
        var id = await sut.RefundAsync(CaseWorld.Amount);
        sut.Gateway.LoseAnswerOfNext(ProcessType.Refund);

        await sut.RunAsync(id);
        var row = await sut.RunWhenDueAsync(id);

        row.Status.ShouldBe(OperationStatus.Succeeded);
        row.Baseline.ShouldNotBeNull().Count.ShouldBe(count);
    }

    [Theory]
    [Case(31)]
    [InlineData("R", null)]
    [InlineData("R", 100)]
    [InlineData("RS", 40)]
    [InlineData("RS", null)]
    public async Task a_callback_is_known_by_its_reference_or_mark_where_its_amount_or_type_is_not_ours(
        string processType,
        int? amount
    )
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(id);
        Money? money = amount is null ? null : Money.FromAmount(amount.Value);
        var says = CaseWorld.Says("RF") with { ProcessType = processType, Amount = money, AmountText = money?.ToWire() };

        var byReference = await sut.CallbackAsync(id.ToString(), says);
        var byMark = await sut.CallbackAsync(
            id.ToString(),
            says with
            {
                RefundReferenceNo = null,
                UserDefined = [id.ToString(), (await sut.RowAsync(id)).KeyHash],
            }
        );
        var byNeither = await sut.CallbackAsync(id.ToString(), says with { RefundReferenceNo = "7777" });
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RF" };
        await sut.RunAsync(id);

        byReference.ShouldBe(NotificationResult.Stored);
        byMark.ShouldBe(NotificationResult.Stored);
        byNeither.ShouldBe(NotificationResult.Quarantined);
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
    }
}
