using PaymentOperations.Operations;
using PaymentOperations.Payments;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Payments;

public sealed class RefundableTests(LedgerStorage storage)
{
    [Fact]
    public async Task what_is_refundable_is_exactly_what_is_accepted()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        (await PaymentAsync(sut)).ShouldSatisfyAllConditions(
            payment => payment.Refundable.ShouldBe(Money.FromAmount(100m)),
            payment => payment.Reserved.ShouldBe(Money.Zero)
        );
        await sut.RefundAsync(30m);

        var payment = await PaymentAsync(sut);
        var rest = payment.Refundable!.Value;
        var more = await sut.AcceptAsync(sut.Command(amount: rest.Amount + 0.01m));
        var all = await sut.AcceptAsync(sut.Command(amount: rest.Amount));

        payment.Reserved.ShouldBe(Money.FromAmount(30m));
        rest.ShouldBe(Money.FromAmount(70m));
        more.ShouldBeOfType<AcceptResult.AmountExceeds>().Refundable.ShouldBe(rest);
        all.ShouldBeOfType<AcceptResult.Accepted>();
        (await PaymentAsync(sut)).Refundable.ShouldBe(Money.Zero);
    }

    [Fact]
    public async Task what_failed_is_refundable_again()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(60m);
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "41"));
        await sut.RunAsync(id);

        var payment = await PaymentAsync(sut);

        payment.Refundable.ShouldBe(Money.FromAmount(100m));
        payment.Reserved.ShouldBe(Money.Zero);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("V")]
    [InlineData("AP")]
    public async Task a_payment_in_a_state_without_refunds_has_nothing_refundable(string status)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: status);

        (await PaymentAsync(sut)).Refundable.ShouldBe(Money.Zero);
    }

    [Fact]
    public async Task while_a_settlement_stands_in_the_way_nothing_is_refundable()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        await sut.SettlementAsync();
        payment.Status = "S";

        (await PaymentAsync(sut)).Refundable.ShouldBe(Money.Zero);
        (await sut.AcceptAsync(sut.Command())).ShouldBeOfType<AcceptResult.InProgress>();
    }

    [Fact]
    public async Task a_ledger_that_cannot_be_read_leaves_both_unknown()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Wire.Before = request =>
        {
            if (request.IsOn("operations"))
                throw new IOException("no network");
        };

        var payment = await PaymentAsync(sut);

        payment.Status.ShouldBe(PaymentStatus.Settled);
        payment.Refundable.ShouldBeNull();
        payment.Reserved.ShouldBeNull();
    }

    private static async Task<Payment> PaymentAsync(World sut) =>
        (
            await sut.Get<IPaymentInquiry>()
                .GetPaymentAsync(sut.Merchant, InvoiceNo.Parse("INV-1"), TestContext.Current.CancellationToken)
        )
            .ShouldBeOfType<GatewayRead<Payment>.Found>()
            .Value;
}
