using EndToEnd.Tests.Crashes.Proxy;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Crashes;

public sealed class PaymentKillTests(CrashWorld world) : IClassFixture<CrashWorld>
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    // The commit of the accept, the right to send, the request itself and its result.
    public static TheoryData<string, CutMoment> SettlementKills =>
        RefundSteps.KilledAt(["tables POST $batch #2", "gateway POST S", "tables POST $batch #3"]);

    public static TheoryData<string, CutMoment> VoidKills =>
        RefundSteps.KilledAt(["tables POST $batch", "gateway POST V", "tables POST $batch #3"]);

    [Theory]
    [MemberData(nameof(SettlementKills))]
    public async Task A_settlement_is_done_once_when_the_process_dies(string step, CutMoment moment)
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 500.00m, status: "A");
        var key = ShopClient.NewKey();

        var accepted = await KilledProcess.AcceptAsync(
            world,
            invoiceNo,
            key,
            new Cut(step, moment),
            () => world.Shop.SettleAsync(Merchant, invoiceNo, 500.00m, key)
        );
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");

        (await world.Gateway.TransactionAsync(Merchant, invoiceNo))["status"]!.ToString().ShouldBeOneOf("RS", "S");
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "S")).ShouldBe(1);
        await ShouldBeOneOperationAsync(invoiceNo, accepted["id"]!);
        (await world.Shop.SettleAsync(Merchant, invoiceNo, 500.00m, key))["id"].ShouldBe(accepted["id"]);
    }

    [Theory]
    [MemberData(nameof(VoidKills))]
    public async Task A_void_is_done_once_when_the_process_dies(string step, CutMoment moment)
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 500.00m, status: "A");
        var key = ShopClient.NewKey();

        var accepted = await KilledProcess.AcceptAsync(
            world,
            invoiceNo,
            key,
            new Cut(step, moment),
            () => world.Shop.VoidAsync(Merchant, invoiceNo, key)
        );
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");

        (await world.Gateway.TransactionAsync(Merchant, invoiceNo))["status"]!.ToString().ShouldBe("V");
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "V")).ShouldBe(1);
        await ShouldBeOneOperationAsync(invoiceNo, accepted["id"]!);
        (await world.Shop.VoidAsync(Merchant, invoiceNo, key))["id"].ShouldBe(accepted["id"]);
    }

    private async Task ShouldBeOneOperationAsync(string invoiceNo, string id)
    {
        var rows = await world.Ledger.InvoiceAsync(Merchant.Id, invoiceNo);
        rows.Where(row => row.RowKey.StartsWith("op-", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .RowKey.ShouldBe($"op-{id}");
        rows.ShouldNotContain(row => row.RowKey.StartsWith("wait-", StringComparison.Ordinal));
    }
}
