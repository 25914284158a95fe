using System.Net;
using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.Faults;

/// <summary>A gateway that is out of order does not keep a shop from handing in its refunds.</summary>
public abstract class OutageTests(World world, string envelope)
{
    public sealed class Base64(World world) : OutageTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : OutageTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Theory]
    [InlineData("http-500")]
    [InlineData("no-answer")]
    [InlineData("wrong-hash")]
    [InlineData("refusal-without-hash")]
    public async Task A_refund_is_accepted_though_the_payment_cannot_be_asked_about(string kind)
    {
        var sut = await FaultyRefund.RunAsync(world, Merchant, FaultyRefund.LessThanHalf, new GatewayFault(kind, "I", Times: 2));

        sut.ShouldHaveSucceeded(requests: 1);
    }

    [Fact]
    public async Task An_outage_is_spent_in_accepted_and_nothing_is_sent_until_it_ends()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, FaultyRefund.Captured);
        await new GatewayFault("http-500", null, GatewayFault.UntilCleared).OrderAsync(world, Merchant, invoiceNo);

        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, FaultyRefund.LessThanHalf);
        await Eventually.IsTrueAsync(async () => await world.Gateway.CountAsync(Merchant, invoiceNo, "RS") > 1);
        var meanwhile = await world.Shop.GetAsync(Merchant, $"operations/{accepted["id"]}");
        var sentMeanwhile = await world.Gateway.CountAsync(Merchant, invoiceNo, "R");
        await world.Gateway.ClearFaultsAsync(Merchant, invoiceNo);
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");

        accepted.Status.ShouldBe(HttpStatusCode.Accepted);
        meanwhile["status"].ShouldBe("accepted");
        sentMeanwhile.ShouldBe(0);
        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
    }
}
