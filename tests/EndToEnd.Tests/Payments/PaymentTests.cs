using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Payments;

public abstract class PaymentTests(World world, string envelope)
{
    public sealed class Base64(World world) : PaymentTests(world, Envelopes.Base64);

    public sealed class Pkcs7(World world) : PaymentTests(world, Envelopes.Pkcs7);

    public sealed class Jose(World world) : PaymentTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Theory]
    [InlineData("S", "settled")]
    [InlineData("A", "authorized")]
    [InlineData("V", "voided")]
    public async Task An_inquiry_tells_amount_and_state(string gatewayStatus, string status)
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 120.00m, gatewayStatus);

        var payment = await world.Shop.GetAsync(Merchant, $"payments?invoiceNo={invoiceNo}");

        payment.Status.ShouldBe(HttpStatusCode.OK, payment.Body);
        payment["invoiceNo"].ShouldBe(invoiceNo);
        payment["amount"].ShouldBe("120.00");
        payment["status"].ShouldBe(status);
        payment["gatewayStatus"].ShouldBe(gatewayStatus);
        payment["maskedPan"]!.ShouldContain("XXXXXX");
    }

    [Fact]
    public async Task Refunds_can_be_read_from_the_ledger_and_from_the_gateway()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 120.00m);
        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 20.00m);
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");

        var ours = await world.Shop.GetAsync(Merchant, $"refunds?invoiceNo={invoiceNo}");
        var theirs = await world.Shop.GetAsync(Merchant, $"refunds?invoiceNo={invoiceNo}&source=gateway");

        ours.Json["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!.ToString().ShouldBe(accepted["id"]);
        theirs.Json["items"]!.AsArray().ShouldHaveSingleItem()!["amount"]!.ToString().ShouldBe("20.00");
    }
}
