using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.BadInput;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.QuickPay;

public sealed class LinkTests(World world)
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    [Fact]
    public async Task A_link_is_made_read_changed_sent_and_ended()
    {
        var prefix = LinkWorld.NewPrefix();
        var made = await world.MakeLinkAsync(Merchant, LinkWorld.NewLink(prefix));
        var qpId = made["qpID"]!;
        var read = await world.ReadLinkAsync(Merchant, qpId);
        var changed = await world.PatchLinkAsync(Merchant, qpId, """{"amount":90.50,"promotion":"NEW"}""");
        var sent = await world.SendLinkAsync(Merchant, qpId, LinkWorld.Delivery());
        var ended = await world.EndLinkAsync(Merchant, qpId);
        var gone = await world.ReadLinkAsync(Merchant, qpId);

        made.Status.ShouldBe(HttpStatusCode.Created, made.Body);
        made.Headers["Location"].ShouldBe($"/api/merchants/{Merchant.Id}/quickpay/links/{qpId}");
        made["expiry"].ShouldBe(Ahead.Of("YYYY-12-31T16:59:59Z"));
        read.Status.ShouldBe(HttpStatusCode.OK, read.Body);
        read["orderIdPrefix"].ShouldBe(prefix);
        read["amount"].ShouldBe("100.00");
        read["expiry"].ShouldBe(Ahead.Of("YYYY-12-31T16:59:59Z"));
        read["url"].ShouldBe(made["url"]);
        read.Json["userData"]!.ToJsonString().ShouldBe("""["order 1",null,"third",null,null]""");
        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Body);
        changed["amount"].ShouldBe("90.50");
        changed["promotion"].ShouldBe("NEW");
        changed["description"].ShouldBe("Spring promotion");
        changed.Json["userData"]!.ToJsonString().ShouldBe(read.Json["userData"]!.ToJsonString());
        sent.Status.ShouldBe(HttpStatusCode.OK, sent.Body);
        ended.Status.ShouldBe(HttpStatusCode.NoContent, ended.Body);
        gone.ShouldBeProblem(HttpStatusCode.NotFound, "link_not_found");
        (await world.VerbsOfAsync(Merchant, qpId)).ShouldBe(["Query", "Query", "Update", "Query", "Send", "Delete", "Query"]);
    }

    [Fact]
    public async Task A_link_keeps_its_plan_through_changes_until_that_is_removed()
    {
        var link = LinkWorld.NewLink(LinkWorld.NewPrefix());
        link["allowMultiplePayment"] = true;
        link["maxTransaction"] = 10;
        link["recurring"] = new JsonObject
        {
            ["recurringAmount"] = 25.50m,
            ["chargeOnDate"] = "01-15",
            ["chargeNextDate"] = Ahead.Of("YYYY-01-15"),
            ["recurringCount"] = 12,
        };
        var qpId = await world.HaveLinkAsync(Merchant, link);

        var changed = await world.PatchLinkAsync(Merchant, qpId, """{"recurring":{"recurringAmount":30,"recurringCount":6}}""");
        var removed = await world.PatchLinkAsync(Merchant, qpId, """{"recurring":null}""");

        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Body);
        changed["maxTransaction"].ShouldBe("10");
        changed.Json["recurring"]!
            .ToJsonString()
            .ShouldBe(
                Ahead.Of(
                    """{"recurringAmount":30.00,"allowAccumulate":false,"maxAccumulateAmount":null,"recurringInterval":null,"recurringCount":6,"chargeNextDate":"YYYY-01-15","chargeOnDate":"01-15"}"""
                )
            );
        removed.Status.ShouldBe(HttpStatusCode.OK, removed.Body);
        removed.Json["recurring"].ShouldBeNull();
    }

    [Fact]
    public async Task A_link_is_sent_when_it_is_made_and_who_was_not_reached_is_no_error()
    {
        var prefix = LinkWorld.NewPrefix();
        await world.FaultLinkAsync(
            Merchant,
            prefix,
            "GenerateSend",
            "delivery-fails",
            new() { ["recipients"] = new JsonArray("two@shop.example") }
        );
        var link = LinkWorld.NewLink(prefix);
        link["send"] = LinkWorld.Delivery();

        var made = await world.MakeLinkAsync(Merchant, link);

        made.Status.ShouldBe(HttpStatusCode.Created, made.Body);
        made.Results()
            .ShouldBe([
                "email one@shop.example delivered",
                "email two@shop.example failed",
                "email copy@shop.example notReported",
                "mobile +6599999999 delivered",
            ]);
        (await world.VerbsOfAsync(Merchant, prefix)).ShouldBe(["GenerateSend"]);
    }

    [Fact]
    public async Task Another_merchants_link_is_not_found()
    {
        var qpId = await world.HaveLinkAsync(Merchant);

        var read = await world.ReadLinkAsync(WorldMerchant.NoEcho, qpId);
        var sent = await world.SendLinkAsync(WorldMerchant.NoEcho, qpId, LinkWorld.Delivery());
        var changed = await world.PatchLinkAsync(WorldMerchant.NoEcho, qpId, """{"amount":1}""");
        var ended = await world.EndLinkAsync(WorldMerchant.NoEcho, qpId);

        foreach (var answer in new[] { read, sent, changed, ended })
            answer.ShouldBeProblem(HttpStatusCode.NotFound, "link_not_found");
        (await world.ReadLinkAsync(Merchant, qpId))["amount"].ShouldBe("100.00");
    }

    [Fact]
    public async Task Recipients_are_nowhere_in_the_storage_though_a_repeat_gets_them_again()
    {
        const string Email = "quickpay-leak-probe@shop.example";
        const string Mobile = "+6512345678901";
        var qpId = await world.HaveLinkAsync(Merchant);
        var delivery = LinkWorld.Delivery();
        delivery["emails"] = new JsonArray(Email);
        delivery["mobiles"] = new JsonArray(Mobile);
        var key = ShopClient.NewKey();

        await world.SendLinkAsync(Merchant, qpId, delivery, key);
        var repeat = await world.SendLinkAsync(Merchant, qpId, delivery, key);

        repeat.Headers["Idempotency-Replayed"].ShouldBe("true");
        repeat.Results().ShouldContain($"email {Email} delivered");
        (await world.Storage.TracesOfAsync(Email, Mobile)).ShouldBeEmpty();
    }
}
