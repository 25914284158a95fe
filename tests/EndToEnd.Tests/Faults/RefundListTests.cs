using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Faults;

/// <summary>2C2P's list of refunds (RS): without a good one nothing is sent.</summary>
public abstract class RefundListTests(World world, string envelope)
{
    public sealed class Base64(World world) : RefundListTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : RefundListTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Theory]
    [InlineData("http-500")]
    [InlineData("wrong-hash")]
    [InlineData("answer-lost")]
    [InlineData("html")]
    public async Task Nothing_is_sent_before_the_list_can_be_believed(string kind)
    {
        var sut = await FaultyRefund.RunAsync(world, Merchant, FaultyRefund.LessThanHalf, new GatewayFault(kind, "RS", Times: 2));

        sut.ShouldHaveSucceeded(requests: 1);
        var order = (await world.Gateway.CallsAsync(Merchant, sut.InvoiceNo)).Select(call => call["processType"]!.ToString());
        order.TakeWhile(processType => processType != "R").Count(processType => processType == "RS").ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_lost_answer_is_found_in_a_list_that_lags()
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            Merchant,
            FaultyRefund.LessThanHalf,
            new GatewayFault("answer-lost"),
            new GatewayFault("refund-status-lags", "RS", GatewayFault.UntilCleared) { Seconds = 10 }
        );

        sut.ShouldHaveSucceeded(requests: 1);
    }

    [Fact]
    public async Task A_second_refund_waits_until_the_list_shows_the_first()
    {
        var first = await FaultyRefund.RunAsync(
            world,
            Merchant,
            FaultyRefund.LessThanHalf,
            new GatewayFault("refund-status-lags", "RS", GatewayFault.UntilCleared) { Seconds = 600 }
        );
        var accepted = await world.Shop.RefundAsync(Merchant, first.InvoiceNo, FaultyRefund.LessThanHalf);

        var askedBefore = await world.Gateway.CountAsync(Merchant, first.InvoiceNo, "RS");
        await Testing.Eventually.IsTrueAsync(async () =>
            await world.Gateway.CountAsync(Merchant, first.InvoiceNo, "RS") > askedBefore + 1
        );
        var sentMeanwhile = await world.Gateway.CountAsync(Merchant, first.InvoiceNo, "R");
        await world.Gateway.ClearFaultsAsync(Merchant, first.InvoiceNo);
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");

        sentMeanwhile.ShouldBe(1);
        (await world.Gateway.RefundsAsync(Merchant, first.InvoiceNo)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_list_a_refund_is_sent_and_its_answer_counts()
    {
        var sut = await FaultyRefund.RunAsync(world, Merchant, FaultyRefund.LessThanHalf, NotOffered);

        sut.ShouldHaveSucceeded(requests: 1);
    }

    [Fact]
    public async Task Without_a_list_a_lost_answer_awaits_a_person_at_once()
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            Merchant,
            FaultyRefund.MoreThanHalf,
            NotOffered,
            new GatewayFault("answer-lost")
        );

        sut.ShouldAwaitPerson(refunds: 1);
    }

    private static GatewayFault NotOffered => new("refund-status-not-offered", "RS", GatewayFault.UntilCleared);
}
