using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Voids;

public sealed class VoidTests(World world)
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    [Fact]
    public async Task A_void_is_done_at_once_and_a_repeat_finds_it_done()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 500.00m, "A");
        var key = ShopClient.NewKey();

        var first = await world.Shop.VoidAsync(Merchant, invoiceNo, key);
        var repeat = await world.Shop.VoidAsync(Merchant, invoiceNo, key);

        first.Status.ShouldBe(HttpStatusCode.OK, first.Body);
        first["status"].ShouldBe("succeeded");
        repeat.Status.ShouldBe(HttpStatusCode.OK, repeat.Body);
        repeat["id"].ShouldBe(first["id"]);
        repeat.Headers["Location"].ShouldBe(first.Headers["Location"]);
        repeat.Headers["Idempotency-Replayed"].ShouldBe("true");
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "V")).ShouldBe(1);
    }

    [Fact]
    public async Task A_settled_payment_cannot_be_voided()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 500.00m);

        var refused = await world.Shop.VoidAsync(Merchant, invoiceNo);

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Body);
        refused["code"].ShouldBe("payment_status_not_valid");
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "V")).ShouldBe(0);
    }

    [Theory]
    [InlineData("finish", "succeeded")]
    [InlineData("reject", "failed")]
    public async Task A_void_that_the_gateway_decides_later_is_pending_until_then(string command, string end)
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 500.00m, "A");
        await world.Gateway.FaultAsync(Merchant, invoiceNo, "void-pending", "V");

        var accepted = await world.Shop.VoidAsync(Merchant, invoiceNo);
        await world.Gateway.CommandAsync(
            $"transactions/voids/{command}",
            Merchant,
            invoiceNo,
            new() { ["status"] = command == "reject" ? "S" : null }
        );
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, end);

        accepted.Status.ShouldBe(HttpStatusCode.Accepted, accepted.Body);
        accepted["status"].ShouldBe("pending");
    }

    [Theory]
    [InlineData("answer-lost", 1)]
    [InlineData("wrong-hash", 1)]
    [InlineData("closed-after-reading", 2)]
    [InlineData("http-500", 2)]
    public async Task Under_a_fault_it_voids_once(string kind, int requests)
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 500.00m, "A");
        await world.Gateway.FaultAsync(Merchant, invoiceNo, kind, "V");

        var accepted = await world.Shop.VoidAsync(Merchant, invoiceNo);
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");

        accepted.Status.ShouldBe(HttpStatusCode.Accepted, accepted.Body);
        (await world.Gateway.TransactionAsync(Merchant, invoiceNo))["status"]!.ToString().ShouldBe("V");
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "V")).ShouldBe(requests);
    }
}
