using EndToEnd.Tests.Crashes.Proxy;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Crashes;

/// <summary>The host stops in good order (SIGTERM) while a refund runs: the process ends by itself, and the refund ends once.</summary>
public sealed class StopTests(CrashWorld world) : IClassFixture<CrashWorld>
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    [Fact]
    public async Task A_refund_that_was_not_sent_when_the_stop_began_is_not_sent_any_more()
    {
        var sut = await RunToAsync(new Cut("gateway POST RS", CutMoment.BeforeItLeft));

        var exitCode = await world.StopAsync();
        var sent = await CountAsync(sut.InvoiceNo);
        await StartAgainAsync(sut.Trail);

        exitCode.ShouldBe(0);
        sent.ShouldBe(0);
        await ShouldSucceedOnceAsync(sut.InvoiceNo, sut.Id);
    }

    [Fact]
    public async Task A_refund_that_is_being_sent_is_written_before_the_process_ends()
    {
        var sut = await RunToAsync(new Cut("gateway POST R", CutMoment.AfterItsAnswerWasLost));

        var exitCode = await world.StopAsync();
        var rows = await world.Ledger.InvoiceAsync(Merchant.Id, sut.InvoiceNo);
        await StartAgainAsync(sut.Trail);

        exitCode.ShouldBe(0);
        rows.Single(row => row.RowKey == $"op-{sut.Id}").GetString("status").ShouldBe("Unknown");
        await ShouldSucceedOnceAsync(sut.InvoiceNo, sut.Id);
    }

    private async Task<(string InvoiceNo, string Id, Trail Trail)> RunToAsync(Cut cut)
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m);
        var key = ShopClient.NewKey();
        var trail = new Trail(invoiceNo, key, cut);
        world.Follow(trail);
        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 600.00m, key);
        await KilledProcess.ReachAsync(trail, cut);
        return (invoiceNo, accepted["id"]!, trail);
    }

    private async Task StartAgainAsync(Trail trail)
    {
        world.Follow(null);
        trail.Release();
        await world.StartAsync();
    }

    private async Task ShouldSucceedOnceAsync(string invoiceNo, string id)
    {
        await world.Shop.WaitForAsync(Merchant, id, "succeeded");
        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
        (await CountAsync(invoiceNo)).ShouldBe(1);
    }

    private Task<int> CountAsync(string invoiceNo) => world.Gateway.CountAsync(Merchant, invoiceNo, "R");
}
