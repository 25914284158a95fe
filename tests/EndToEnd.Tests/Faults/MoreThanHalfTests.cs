using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.Faults;

/// <summary>Two card refunds of more than half cannot both fit: such a one may be sent again.</summary>
public abstract class MoreThanHalfTests(World world, string envelope)
{
    public sealed class Base64(World world) : MoreThanHalfTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : MoreThanHalfTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Theory]
    [InlineData("95")]
    [InlineData("99")]
    public async Task A_code_that_says_nothing_certain_leads_to_a_second_try_once_absence_is_certain(string respCode)
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            Merchant,
            FaultyRefund.MoreThanHalf,
            new GatewayFault("respond-with") { RespCode = respCode }
        );

        sut.ShouldHaveSucceeded(requests: 2);
    }

    [Fact]
    public async Task What_the_gateway_still_executes_late_cannot_move_the_money_twice()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, FaultyRefund.Captured);
        await new GatewayFault("late-work") { Seconds = 18 }.OrderAsync(world, Merchant, invoiceNo);

        // Usually sent again long before the late work; where the machine is too slow for that, the late work is what is found.
        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, FaultyRefund.MoreThanHalf);
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");
        await Eventually.IsTrueAsync(() => AllWereWorkedOnAsync(invoiceNo));

        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
    }

    private async Task<bool> AllWereWorkedOnAsync(string invoiceNo) =>
        (await world.Gateway.CallsAsync(Merchant, invoiceNo))
            .Where(call => call["processType"]!.ToString() == "R")
            .All(call => call["respCode"] is not null);
}
