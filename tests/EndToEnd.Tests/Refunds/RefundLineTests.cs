using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Refunds;

/// <summary>Several refunds of one payment, and what is left of it.</summary>
public abstract class RefundLineTests(World world, string envelope)
{
    public sealed class Base64(World world) : RefundLineTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : RefundLineTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Fact]
    public async Task Refunds_of_one_payment_are_sent_in_the_order_of_their_acceptance()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 100.00m);
        decimal[] amounts = [1.00m, 2.00m, 3.00m, 4.00m];

        List<Answer> accepted = [];
        foreach (var amount in amounts)
            accepted.Add(await world.Shop.RefundAsync(Merchant, invoiceNo, amount));
        foreach (var answer in accepted)
            await world.Shop.WaitForAsync(Merchant, answer["id"]!, "succeeded");

        (await world.Gateway.RefundsAsync(Merchant, invoiceNo))
            .Select(refund => refund["amount"]!.GetValue<decimal>())
            .ShouldBe(amounts);
    }

    [Fact]
    public async Task More_than_is_left_is_refused_with_what_is_left()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 100.00m);
        await world.Shop.RefundAsync(Merchant, invoiceNo, 70.00m);

        var refused = await world.Shop.RefundAsync(Merchant, invoiceNo, 30.01m);

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Body);
        refused["code"].ShouldBe("amount_exceeds_refundable");
        refused["refundable"].ShouldBe("30.00");
        refused["retryable"].ShouldBe("false");
    }

    [Fact]
    public async Task A_refund_in_the_portal_reduces_what_is_left()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 100.00m);
        await world.Gateway.CommandAsync("transactions/refund-in-portal", Merchant, invoiceNo, new() { ["amount"] = 60.00m });

        var tooMuch = await world.Shop.RefundAsync(Merchant, invoiceNo, 50.00m);
        await world.Shop.WaitForAsync(Merchant, tooMuch["id"]!, "failed");
        var rest = await world.Shop.RefundAsync(Merchant, invoiceNo, 40.00m);
        await world.Shop.WaitForAsync(Merchant, rest["id"]!, "succeeded");

        (await world.Gateway.CountAsync(Merchant, invoiceNo, "R")).ShouldBe(1);
        (await world.Gateway.RefundsAsync(Merchant, invoiceNo))
            .Sum(refund => refund["amount"]!.GetValue<decimal>())
            .ShouldBe(100.00m);
    }

    [Theory]
    [InlineData("voids")]
    [InlineData("settlements")]
    public async Task Nothing_else_begins_while_a_refund_is_open(string path)
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 100.00m);
        await world.Gateway.FaultAsync(Merchant, invoiceNo, "http-500", "RS", times: -1);
        var open = await world.Shop.RefundAsync(Merchant, invoiceNo, 10.00m);

        var refused =
            path == "voids"
                ? await world.Shop.VoidAsync(Merchant, invoiceNo)
                : await world.Shop.SettleAsync(Merchant, invoiceNo, 10.00m);
        await world.Gateway.ClearFaultsAsync(Merchant, invoiceNo);
        await world.Shop.WaitForAsync(Merchant, open["id"]!, "succeeded");

        refused.Status.ShouldBe(HttpStatusCode.Conflict, refused.Body);
        refused["code"].ShouldBe("operation_in_progress");
        refused["operation"].ShouldBe(open.Headers["Location"]);
        refused.Headers.ShouldContainKey("Retry-After");
        refused["retryable"].ShouldBe("true");
    }

    [Fact]
    public async Task A_payment_that_is_not_settled_cannot_be_refunded()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 100.00m, "A");

        var refused = await world.Shop.RefundAsync(Merchant, invoiceNo, 10.00m);

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Body);
        refused["code"].ShouldBe("payment_status_not_valid");
        refused.Json["gateway"]!["status"]!.ToString().ShouldBe("A");
    }
}
