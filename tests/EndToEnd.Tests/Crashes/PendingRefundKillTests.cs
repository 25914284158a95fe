using System.Text.Json.Nodes;
using EndToEnd.Tests.Crashes.Proxy;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Crashes;

public sealed class PendingRefundKillTests(CrashWorld world) : IClassFixture<CrashWorld>
{
    // Vouches how late 2C2P executes: else a refund that is not there is a person's to decide, for what an alternative method pays back can still come to pass.
    private static readonly WorldMerchant Merchant = WorldMerchant.Bounded;

    public static TheoryData<string, CutMoment> SendingKills => RefundSteps.KilledAt(["gateway POST R", "tables POST $batch #3"]);

    public static TheoryData<string, CutMoment> CallbackKills => RefundSteps.KilledAt(["tables POST inbox"]);

    [Theory]
    [MemberData(nameof(SendingKills))]
    public async Task A_refund_that_2C2P_finishes_later_is_followed_to_its_end_when_the_process_dies_while_sending(
        string step,
        CutMoment moment
    )
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m, channel: "apm");
        var key = ShopClient.NewKey();

        var accepted = await KilledProcess.AcceptAsync(
            world,
            invoiceNo,
            key,
            new Cut(step, moment),
            () => world.Shop.RefundAsync(Merchant, invoiceNo, 600.00m, key)
        );
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "pending");
        await FinishAsync(invoiceNo);

        await ShouldSucceedOnceAsync(invoiceNo, accepted["id"]!);
    }

    [Fact]
    public async Task A_refund_that_2C2P_finishes_while_no_process_runs_ends_when_one_runs_again()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m, channel: "apm");
        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 600.00m);
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "pending");

        await world.KillAsync();
        await FinishAsync(invoiceNo);
        await world.StartAsync();

        await ShouldSucceedOnceAsync(invoiceNo, accepted["id"]!);
    }

    [Theory]
    [MemberData(nameof(CallbackKills))]
    public async Task A_pending_refund_ends_when_the_process_dies_while_taking_the_callback(string step, CutMoment moment)
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m, channel: "apm");
        var key = ShopClient.NewKey();
        var cut = new Cut(step, moment);
        var trail = new Trail(invoiceNo, key, cut);
        world.Follow(trail);
        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 600.00m, key);
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "pending");

        await FinishAsync(invoiceNo);
        await KilledProcess.ReachAsync(trail, cut);
        await world.KillAsync(trail);
        await world.StartAsync();

        await ShouldSucceedOnceAsync(invoiceNo, accepted["id"]!);
    }

    [Fact]
    public async Task A_refund_that_may_have_left_and_could_fit_twice_is_never_sent_again_but_waits_for_a_person()
    {
        var unvouched = WorldMerchant.Plain;
        var invoiceNo = await world.Gateway.CreateAsync(unvouched, 1000.00m);
        var key = ShopClient.NewKey();

        var accepted = await KilledProcess.AcceptAsync(
            world,
            invoiceNo,
            key,
            new Cut("gateway POST R", CutMoment.BeforeItLeft),
            () => world.Shop.RefundAsync(unvouched, invoiceNo, 250.00m, key)
        );
        var refund = await world.Shop.WaitForReviewAsync(unvouched, accepted["id"]!);

        refund["status"].ShouldBe("unknown");
        (await world.Gateway.RefundsAsync(unvouched, invoiceNo)).ShouldBeEmpty();
        (await world.Gateway.CountAsync(unvouched, invoiceNo, "R")).ShouldBe(0);
        var rows = await world.Ledger.InvoiceAsync(unvouched.Id, invoiceNo);
        rows.Single(row => row.RowKey == "invoice").GetInt64("reserved").ShouldBe(25_000);
        rows.Where(row => row.RowKey.StartsWith("wait-", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .GetString("operationId")
            .ShouldBe(accepted["id"]);
    }

    private Task FinishAsync(string invoiceNo) =>
        world.Gateway.PostAsync(
            "transactions/refunds/finish",
            new JsonObject { ["merchantId"] = Merchant.Id, ["invoiceNo"] = invoiceNo }
        );

    private async Task ShouldSucceedOnceAsync(string invoiceNo, string id)
    {
        var refund = await world.Shop.WaitForAsync(Merchant, id, "succeeded");
        var atGateway = (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
        atGateway["amount"]!.ToString().ShouldBe("600.00");
        atGateway["status"]!.ToString().ShouldBe("RF");
        refund.Json["gateway"]!["refundReferenceNo"]!.ToString().ShouldBe(atGateway["referenceNo"]!.ToString());
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "R")).ShouldBe(1);
    }
}
