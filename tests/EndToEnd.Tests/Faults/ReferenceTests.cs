using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Faults;

/// <summary>A refund's own reference comes in more than one place, or later.</summary>
public abstract class ReferenceTests(World world, string envelope)
{
    public sealed class Base64(World world) : ReferenceTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : ReferenceTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Fact]
    public async Task An_answer_in_the_form_of_the_published_table_names_the_refund()
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            Merchant,
            FaultyRefund.LessThanHalf,
            new GatewayFault("published-table-form")
        );

        sut.ShouldHaveSucceeded(requests: 1);
        var refund = (await world.Gateway.RefundsAsync(Merchant, sut.InvoiceNo)).ShouldHaveSingleItem();
        sut.Operation.Json["gateway"]!["refundReferenceNo"]!.ToString().ShouldBe(refund["referenceNo"]!.ToString());
    }

    [Fact]
    public async Task A_pending_refund_without_a_reference_gets_it_from_the_list()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, FaultyRefund.Captured, channel: "apm");
        await new GatewayFault("pending-without-reference").OrderAsync(world, Merchant, invoiceNo);

        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, FaultyRefund.LessThanHalf);
        await Testing.Eventually.IsTrueAsync(async () =>
        {
            var operation = await world.Shop.GetAsync(Merchant, $"operations/{accepted["id"]}");
            return operation["status"] == "pending" && operation.Json["gateway"]?["refundReferenceNo"] is not null;
        });
        await world.Gateway.CommandAsync("transactions/refunds/finish", Merchant, invoiceNo);
        var refund = await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");

        var atGateway = (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
        refund.Json["gateway"]!["refundReferenceNo"]!.ToString().ShouldBe(atGateway["referenceNo"]!.ToString());
    }
}
