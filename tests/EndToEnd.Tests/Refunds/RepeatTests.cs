using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Refunds;

public abstract class RepeatTests(World world, string envelope)
{
    public sealed class Base64(World world) : RepeatTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : RepeatTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Fact]
    public async Task A_repeat_finds_the_same_operation_as_it_is_now()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m);
        var key = ShopClient.NewKey();
        var first = await world.Shop.RefundAsync(Merchant, invoiceNo, 250.00m, key);
        await world.Shop.WaitForAsync(Merchant, first["id"]!, "succeeded");

        var repeat = await world.Shop.RefundAsync(Merchant, invoiceNo, 250.00m, key);

        repeat.Status.ShouldBe(HttpStatusCode.Accepted);
        repeat["id"].ShouldBe(first["id"]);
        repeat["status"].ShouldBe("succeeded");
        repeat.Headers["Location"].ShouldBe(first.Headers["Location"]);
        repeat.Headers["Idempotency-Replayed"].ShouldBe("true");
        first.Headers.ShouldNotContainKey("Idempotency-Replayed");
        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_location_leads_to_the_operation()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m);
        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 250.00m);

        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(world.Sandbox.App.Address, accepted.Headers["Location"])
        );
        request.Headers.Add("X-Api-Key", Merchant.ApiKey);
        var read = await world.Shop.SendAsync(request);

        read.Status.ShouldBe(HttpStatusCode.OK);
        read["id"].ShouldBe(accepted["id"]);
    }

    [Fact]
    public async Task A_refused_request_does_not_use_its_key_up()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 100.00m);
        var key = ShopClient.NewKey();
        var refused = await world.Shop.RefundAsync(Merchant, invoiceNo, 100.01m, key);

        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 100.00m, key);

        refused["code"].ShouldBe("amount_exceeds_refundable");
        accepted.Status.ShouldBe(HttpStatusCode.Accepted, accepted.Body);
    }

    [Fact]
    public async Task A_key_that_made_another_request_is_refused()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 100.00m);
        var key = ShopClient.NewKey();
        var first = await world.Shop.RefundAsync(Merchant, invoiceNo, 10.00m, key);
        await world.Shop.WaitForAsync(Merchant, first["id"]!, "succeeded");

        var otherAmount = await world.Shop.RefundAsync(Merchant, invoiceNo, 11.00m, key);
        var otherPath = await world.Shop.SettleAsync(Merchant, invoiceNo, 10.00m, key);

        foreach (var answer in new[] { otherAmount, otherPath })
        {
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Body);
            answer["code"].ShouldBe("idempotency_key_reused");
            answer["detail"]!.ShouldContain("new key");
        }

        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
    }
}
