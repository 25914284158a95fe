using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Refunds;

/// <summary>Limits of a day. What is asked for is over them in any case, or fits a whole day: a midnight in between changes nothing.</summary>
public sealed class DailyLimitTests(World world)
{
    private static WorldMerchant Merchant => WorldMerchant.Capped;

    [Fact]
    public async Task A_refund_over_the_limit_is_refused_and_its_key_does_for_one_that_fits()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m);
        var key = ShopClient.NewKey();

        var refused = await world.Shop.RefundAsync(Merchant, invoiceNo, 100.01m, key);
        var rehearsed = await world.Shop.PostAsync(
            Merchant,
            "refunds?dryRun=true",
            $$"""{"invoiceNo":"{{invoiceNo}}","amount":100.01}""",
            idempotencyKey: null
        );
        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 100.00m, key);
        var repeat = await world.Shop.RefundAsync(Merchant, invoiceNo, 100.00m, key);
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");

        foreach (var answer in new[] { refused, rehearsed })
        {
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Body);
            answer["code"].ShouldBe("daily_limit_reached");
            answer["detail"]!.ShouldContain("100.00 SGD");
        }

        repeat["id"].ShouldBe(accepted["id"]);
        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_link_to_more_recipients_than_the_limit_is_not_sent()
    {
        const string delivery = """{"mobiles":["+6599999991","+6599999992","+6599999993"],"smsMessage":"Please pay"}""";

        var refused = await world.Shop.PostAsync(Merchant, "quickpay/links/1/send", delivery, ShopClient.NewKey());

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Body);
        refused["code"].ShouldBe("daily_limit_reached");
    }
}
