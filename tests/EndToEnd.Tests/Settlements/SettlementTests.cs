using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Settlements;

public abstract class SettlementTests(World world, string envelope)
{
    public sealed class Base64(World world) : SettlementTests(world, Envelopes.Base64);

    public sealed class Pkcs7(World world) : SettlementTests(world, Envelopes.Pkcs7);

    public sealed class Jose(World world) : SettlementTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Fact]
    public async Task A_settled_payment_can_then_be_refunded()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 500.00m, "A");

        var settlement = await world.Shop.SettleAsync(Merchant, invoiceNo, 500.00m);
        await world.Shop.WaitForAsync(Merchant, settlement["id"]!, "succeeded");
        await world.Gateway.CommandAsync("transactions/settle-run", Merchant, invoiceNo);
        var refund = await world.Shop.RefundAsync(Merchant, invoiceNo, 100.00m);
        await world.Shop.WaitForAsync(Merchant, refund["id"]!, "succeeded");

        settlement.Status.ShouldBe(HttpStatusCode.Accepted);
        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task After_a_smaller_settlement_only_that_much_can_be_refunded()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 500.00m, "A");
        var settlement = await world.Shop.SettleAsync(Merchant, invoiceNo, 300.00m);
        await world.Shop.WaitForAsync(Merchant, settlement["id"]!, "succeeded");
        await world.Gateway.CommandAsync("transactions/settle-run", Merchant, invoiceNo);

        var refused = await world.Shop.RefundAsync(Merchant, invoiceNo, 300.01m);

        refused["code"].ShouldBe("amount_exceeds_refundable", refused.Body);
        refused["refundable"].ShouldBe("300.00");
    }

    [Fact]
    public async Task More_than_was_authorized_cannot_be_settled()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 500.00m, "A");

        var refused = await world.Shop.SettleAsync(Merchant, invoiceNo, 500.01m);

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Body);
        refused["code"].ShouldBe("amount_exceeds_authorized");
        refused["authorized"].ShouldBe("500.00");
    }

    [Fact]
    public async Task A_refund_does_not_begin_while_a_settlement_is_open()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 500.00m, "A");
        await world.Gateway.FaultAsync(Merchant, invoiceNo, "http-500", "I", times: -1);
        var settlement = await world.Shop.SettleAsync(Merchant, invoiceNo, 500.00m);

        var refused = await world.Shop.RefundAsync(Merchant, invoiceNo, 10.00m);
        await world.Gateway.ClearFaultsAsync(Merchant, invoiceNo);
        await world.Shop.WaitForAsync(Merchant, settlement["id"]!, "succeeded");

        refused.Status.ShouldBe(HttpStatusCode.Conflict, refused.Body);
        refused["operation"].ShouldBe(settlement.Headers["Location"]);
    }

    [Theory]
    [InlineData("answer-lost", 1)]
    [InlineData("wrong-hash", 1)]
    [InlineData("closed-after-reading", 2)]
    [InlineData("http-500", 2)]
    public async Task Under_a_fault_it_settles_once(string kind, int requests)
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 500.00m, "A");
        await world.Gateway.FaultAsync(Merchant, invoiceNo, kind, "S");

        var settlement = await world.Shop.SettleAsync(Merchant, invoiceNo, 500.00m);
        await world.Shop.WaitForAsync(Merchant, settlement["id"]!, "succeeded");

        (await world.Gateway.TransactionAsync(Merchant, invoiceNo))["status"]!.ToString().ShouldBe("RS");
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "S")).ShouldBe(requests);
    }
}
