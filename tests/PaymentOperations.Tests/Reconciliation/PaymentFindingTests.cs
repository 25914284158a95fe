using PaymentOperations.Operations;
using PaymentOperations.Reconciliation;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Reconciliation;

public sealed class PaymentFindingTests(LedgerStorage storage)
{
    [Theory]
    [InlineData("RS", 100, Finding.Agree)]
    [InlineData("S", 100, Finding.Agree)]
    [InlineData("S", 99, Finding.AmountDiffers)]
    [InlineData("A", 100, Finding.MissingThere)]
    [InlineData("V", 100, Finding.MissingThere)]
    public async Task a_settlement_is_held_against_the_payment(string status, decimal amount, Finding finding)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        var id = await sut.SettlementAsync();
        await sut.RunAsync(id);
        (payment.Status, payment.Amount) = (status, Money.FromAmount(amount));

        var line = (await sut.ReconcileAsync()).ShouldHaveSingleItem();

        line.Finding.ShouldBe(finding);
        line.OperationId.ShouldBe(id.ToString());
        line.GatewayStatus.ShouldBe(status);
        line.GatewayAmount.ShouldBe(Money.FromAmount(amount));
    }

    [Theory]
    [InlineData("V", Finding.Agree)]
    [InlineData("VP", Finding.InFlight)]
    [InlineData("S", Finding.MissingThere)]
    public async Task a_void_is_held_against_the_payment(string status, Finding finding)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        var id = await VoidAsync(sut);
        payment.Status = status;

        var line = (await sut.ReconcileAsync()).ShouldHaveSingleItem();

        line.Finding.ShouldBe(finding);
        line.OperationId.ShouldBe(id.ToString());
        line.Amount.ShouldBeNull();
        line.GatewayAmount.ShouldBeNull();
    }

    [Fact]
    public async Task a_settlement_that_was_voided_since_agrees()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: "A");
        await sut.RunAsync(await sut.SettlementAsync());
        await VoidAsync(sut);

        var report = await sut.ReconcileAsync();

        report.Select(line => line.Finding).ShouldBe([Finding.Agree, Finding.Agree]);
    }

    [Fact]
    public async Task a_settlement_that_the_ledger_calls_failed_and_2C2P_did_is_missing_here()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        sut.Gateway.Next(ProcessType.Settlement, request => Answers.Refused(request, "31"));
        var id = await sut.SettlementAsync();
        await sut.RunAsync(id);
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Failed);
        payment.Status = "S";

        (await sut.ReconcileAsync()).ShouldHaveSingleItem().Finding.ShouldBe(Finding.MissingHere);
    }

    [Fact]
    public async Task a_payment_that_2C2P_does_not_know_is_missing_there()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: "A");
        await sut.RunAsync(await sut.SettlementAsync());
        sut.Gateway.Always(ProcessType.Inquiry, request => Answers.Refused(request, "16"));

        (await sut.ReconcileAsync()).ShouldHaveSingleItem().Finding.ShouldBe(Finding.MissingThere);
    }

    [Fact]
    public async Task an_open_settlement_is_in_flight()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: "A");
        await sut.SettlementAsync();

        (await sut.ReconcileAsync()).ShouldHaveSingleItem().Finding.ShouldBe(Finding.InFlight);
    }

    private static async Task<OperationId> VoidAsync(World world)
    {
        var accepted = (await world.AcceptAsync(world.Command(OperationKind.Void))).ShouldBeOfType<AcceptResult.Accepted>();
        accepted.Operation.Status.ShouldBe(OperationStatus.Succeeded);
        return accepted.Operation.Id;
    }
}
