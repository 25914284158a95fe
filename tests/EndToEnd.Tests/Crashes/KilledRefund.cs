using System.Net;
using EndToEnd.Tests.Crashes.Proxy;
using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.Crashes;

/// <summary>
/// One card refund of 600.00 of 1000.00 whose process is killed on the way. Two refunds of this amount cannot both fit, so one that is known not to be at the gateway may be sent again without a person.
/// </summary>
internal sealed class KilledRefund(CrashWorld world, string invoiceNo, string key, Answer accepted)
{
    private const decimal Paid = 1000.00m;
    private const decimal Amount = 600.00m;
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    public static async Task<KilledRefund> RunAsync(CrashWorld world, string step, CutMoment moment)
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, Paid);
        var key = ShopClient.NewKey();
        var accepted = await KilledProcess.AcceptAsync(
            world,
            invoiceNo,
            key,
            new Cut(step, moment),
            () => world.Shop.RefundAsync(Merchant, invoiceNo, Amount, key)
        );
        return new KilledRefund(world, invoiceNo, key, accepted);
    }

    /// <summary>It succeeds; the gateway was asked for it once and has it once; ledger, hints and the shop's repeat say the same.</summary>
    public async Task ShouldEndOnceAndTrueAsync()
    {
        accepted.Status.ShouldBe(HttpStatusCode.Accepted, accepted.Body);
        var id = accepted["id"]!;
        var refund = await world.Shop.WaitForAsync(Merchant, id, "succeeded", TimeSpan.FromSeconds(30));

        var atGateway = (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
        var reference = atGateway["referenceNo"]!.ToString();
        atGateway["amount"]!.ToString().ShouldBe("600.00");
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "R")).ShouldBe(1);

        refund["needsReview"].ShouldBe("false");
        await LedgerShouldHoldAsync(id, reference);
        await HintsShouldBeCaughtUpAsync(id);
        await RepeatShouldFindAsync(id);
    }

    private async Task LedgerShouldHoldAsync(string id, string reference)
    {
        var rows = await world.Ledger.InvoiceAsync(Merchant.Id, invoiceNo);
        rows.Where(row => row.RowKey.StartsWith("op-", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .RowKey.ShouldBe($"op-{id}");
        rows.ShouldNotContain(row => row.RowKey.StartsWith("wait-", StringComparison.Ordinal));
        var owned = rows.Where(row => row.RowKey.StartsWith("ref-", StringComparison.Ordinal)).ShouldHaveSingleItem();
        owned.RowKey.ShouldBe($"ref-{reference}");
        owned.GetString("operationId").ShouldBe(id);
        rows.Single(row => row.RowKey == "invoice").GetInt64("reserved").ShouldBe(60_000);
    }

    private async Task HintsShouldBeCaughtUpAsync(string id)
    {
        await Eventually.IsTrueAsync(async () => (await world.Ledger.HintsAsync("outstanding", id)).Count == 0);
        var day = (await world.Ledger.HintsAsync("byday", id)).ShouldHaveSingleItem();
        day.GetString("status").ShouldBe("Succeeded");
    }

    private async Task RepeatShouldFindAsync(string id)
    {
        var repeat = await world.Shop.RefundAsync(Merchant, invoiceNo, Amount, key);
        repeat.Status.ShouldBe(HttpStatusCode.Accepted);
        repeat["id"].ShouldBe(id);
        repeat["status"].ShouldBe("succeeded");
        repeat.Headers["Idempotency-Replayed"].ShouldBe("true");
    }
}
