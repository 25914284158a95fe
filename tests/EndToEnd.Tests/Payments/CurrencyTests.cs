using System.Globalization;
using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Payments;

public sealed class CurrencyTests(World world)
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Yen;

    [Fact]
    public async Task Yen_are_refunded_whole_and_shown_as_yen()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m);

        var part = await world.Shop.RefundAsync(Merchant, invoiceNo, 10.50m);
        var whole = await world.Shop.RefundAsync(Merchant, invoiceNo, 10.00m);
        var ended = await world.Shop.WaitForAsync(Merchant, whole["id"]!, "succeeded");

        part.Status.ShouldBe(HttpStatusCode.BadRequest, part.Body);
        part["code"].ShouldBe("invalid_request");
        part.Body.ShouldContain("JPY has no decimals");
        whole["currency"].ShouldBe("JPY");
        ended["currency"].ShouldBe("JPY");
        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_payment_and_its_refund_say_when_they_were_made()
    {
        var before = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m);
        var refund = await world.Shop.RefundAsync(Merchant, invoiceNo, 10.00m);
        await world.Shop.WaitForAsync(Merchant, refund["id"]!, "succeeded");

        var payment = await world.Shop.GetAsync(Merchant, $"payments?invoiceNo={invoiceNo}");
        var listed = await world.Shop.GetAsync(Merchant, $"refunds?invoiceNo={invoiceNo}&source=gateway");
        var after = TimeProvider.System.GetUtcNow();

        payment["currency"].ShouldBe("JPY");
        Moment(payment["transactionAt"]).ShouldBeInRange(before, after);
        Moment(listed.Json["items"]![0]!["at"]!.ToString()).ShouldBeInRange(before, after);
    }

    [Fact]
    public async Task Without_a_setting_no_currency_is_claimed()
    {
        var invoiceNo = await world.Gateway.CreateAsync(WorldMerchant.Plain, 1000.00m);

        var payment = await world.Shop.GetAsync(WorldMerchant.Plain, $"payments?invoiceNo={invoiceNo}");

        payment.Json["currency"].ShouldBeNull();
        payment.Body.ShouldContain("\"currency\":null");
    }

    private static DateTimeOffset Moment(string? text)
    {
        text.ShouldNotBeNull().ShouldEndWith("+07:00");
        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }
}
