using System.Net;
using EndToEnd.Tests.Crashes.Proxy;
using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.Crashes;

/// <summary>
/// One card refund of 250.00 of 1000.00 whose process is killed on the way. A second one would fit beside the first, so nothing but the workflow stands between a kill and a refund that is paid twice; the merchant
/// vouches for the gateway's bound, so that one that is known not to be there may be sent again without a person.
/// </summary>
internal sealed class KilledRefund(CrashWorld world, string invoiceNo, string key, Answer accepted)
{
    private const decimal Paid = 1000.00m;
    internal const decimal Amount = 250.00m;
    internal static readonly WorldMerchant Merchant = WorldMerchant.Bounded;

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
        var refund = await world.Shop.WaitForAsync(Merchant, id, "succeeded");

        var atGateway = (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
        var reference = atGateway["referenceNo"]!.ToString();
        atGateway["amount"]!.ToString().ShouldBe("250.00");
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "R")).ShouldBe(1);

        refund["needsReview"].ShouldBe("false");
        await LedgerShouldHoldAsync(id, reference);
        await HintsShouldBeCaughtUpAsync(id);
        await RepeatShouldFindAsync(id);
    }

    private async Task LedgerShouldHoldAsync(string id, string reference)
    {
        var rows = await world.Ledger.InvoiceAsync(Merchant.Id, invoiceNo);
        // On a busy machine the sweep may decide that an accept that took a minute never came to be: its tombstone is no operation.
        rows.Where(row => row.RowKey.StartsWith("op-", StringComparison.Ordinal) && row.GetBoolean("tombstone") != true)
            .ShouldHaveSingleItem()
            .RowKey.ShouldBe($"op-{id}");
        rows.ShouldNotContain(row => row.RowKey.StartsWith("wait-", StringComparison.Ordinal));
        var owned = rows.Where(row => row.RowKey.StartsWith("ref-", StringComparison.Ordinal)).ShouldHaveSingleItem();
        owned.RowKey.ShouldBe($"ref-{reference}");
        owned.GetString("operationId").ShouldBe(id);
        rows.Single(row => row.RowKey == "invoice").GetInt64("reserved").ShouldBe(25_000);
    }

    private async Task HintsShouldBeCaughtUpAsync(string id)
    {
        // It stays there, as what it is, until the watch a day after its end.
        await Eventually.IsTrueAsync(async () =>
            (await world.Ledger.HintsAsync("outstanding", id)).ShouldHaveSingleItem().GetString("status") == "Succeeded"
        );
        var day = (await world.Ledger.HintsAsync("index", $"operation|{id}")).ShouldHaveSingleItem();
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
