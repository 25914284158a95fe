using EndToEnd.Tests.Callbacks;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Refunds;

/// <summary>The same with signed and encrypted messages.</summary>
public sealed class Pkcs7Tests(World world)
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Pkcs7;

    [Fact]
    public async Task A_card_refund_succeeds()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m);

        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 250.00m);
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");

        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
        (await world.Gateway.CallsAsync(Merchant, invoiceNo)).ShouldAllBe(call => call["envelope"]!.ToString() == "Pkcs7");
    }

    [Fact]
    public async Task A_callback_ends_a_pending_refund()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);

        await sut.FinishAsync(notify: false);
        var answers = await sut.NotifyAsync("normal");
        await sut.WaitForAsync("succeeded");

        answers.ShouldBe([200]);
        (await world.Storage.InboxAsync(sut.Id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_forged_callback_is_refused()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);

        var answers = await sut.NotifyAsync("forged");

        answers.ShouldBe([401]);
        (await sut.ReadAsync())["status"].ShouldBe("pending");
    }
}
