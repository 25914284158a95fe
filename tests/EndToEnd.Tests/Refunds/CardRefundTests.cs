using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Refunds;

public abstract class CardRefundTests(World world, string envelope)
{
    public sealed class Base64(World world) : CardRefundTests(world, Envelopes.Base64);

    public sealed class Pkcs7(World world) : CardRefundTests(world, Envelopes.Pkcs7);

    public sealed class Jose(World world) : CardRefundTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Fact]
    public async Task A_card_refund_is_accepted_sent_once_and_succeeds()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m);

        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 250.00m);
        var refund = await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");

        accepted.Status.ShouldBe(HttpStatusCode.Accepted);
        var atGateway = (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
        atGateway["amount"]!.ToString().ShouldBe("250.00");
        refund.Json["gateway"]!["refundReferenceNo"]!.ToString().ShouldBe(atGateway["referenceNo"]!.ToString());
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "R")).ShouldBe(1);
        (await world.Gateway.CallsAsync(Merchant, invoiceNo)).ShouldAllBe(call => call["envelope"]!.ToString() == envelope);
    }

    /// <summary>The new generation's words for a captured payment.</summary>
    [Theory]
    [InlineData("PFC")]
    [InlineData("PPC")]
    public async Task So_is_one_of_a_payment_that_is_called_captured(string status)
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m, status);

        var payment = await world.Shop.GetAsync(Merchant, $"payments?invoiceNo={invoiceNo}");
        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 250.00m);
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");

        payment["status"].ShouldBe("settled", payment.Body);
        payment["gatewayStatus"].ShouldBe(status);
        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
    }
}
