using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Faults;

/// <summary>What 2C2P refuses verifiably has failed, and what it had reserved is free again.</summary>
public abstract class RefusalTests(World world, string envelope)
{
    public sealed class Base64(World world) : RefusalTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : RefusalTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Theory]
    [InlineData("12")]
    [InlineData("40")]
    [InlineData("97")]
    [InlineData("49")]
    public async Task A_refused_refund_has_failed_and_the_whole_amount_can_be_refunded_again(string respCode)
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            Merchant,
            FaultyRefund.Captured,
            new GatewayFault("respond-with") { RespCode = respCode }
        );

        sut.ShouldHaveFailed(respCode);
        var again = await world.Shop.RefundAsync(Merchant, sut.InvoiceNo, FaultyRefund.Captured);
        again.Status.ShouldBe(HttpStatusCode.Accepted);
        await world.Shop.WaitForAsync(Merchant, again["id"]!, "succeeded");
        (await world.Gateway.RefundsAsync(Merchant, sut.InvoiceNo)).ShouldHaveSingleItem();
    }
}
