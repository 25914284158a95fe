using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Voids;

public abstract class VoidTests(World world, string envelope)
{
    public sealed class Base64(World world) : VoidTests(world, Envelopes.Base64);

    public sealed class Pkcs7(World world) : VoidTests(world, Envelopes.Pkcs7);

    public sealed class Jose(World world) : VoidTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    // A machine that is too busy to do it at once answers 202 and does it a little later.
    [Fact]
    public async Task A_void_is_done_and_a_repeat_finds_it_done()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 500.00m, "A");
        var key = ShopClient.NewKey();

        var first = await world.Shop.VoidAsync(Merchant, invoiceNo, key);
        await world.Shop.WaitForAsync(Merchant, first["id"]!, "succeeded");
        var repeat = await world.Shop.VoidAsync(Merchant, invoiceNo, key);

        first.Status.ShouldBe(first["status"] == "succeeded" ? HttpStatusCode.OK : HttpStatusCode.Accepted, first.Body);
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
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "pending");
        await world.Gateway.CommandAsync(
            $"transactions/voids/{command}",
            Merchant,
            invoiceNo,
            new() { ["status"] = command == "reject" ? "S" : null }
        );
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, end);

        accepted.Status.ShouldBe(HttpStatusCode.Accepted, accepted.Body);
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
