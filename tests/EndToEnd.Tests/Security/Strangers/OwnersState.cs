using EndToEnd.Tests.Cards;
using EndToEnd.Tests.QuickPay;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Security.Strangers;

/// <summary>Everything that the owner has, as the owner and 2C2P see it.</summary>
internal sealed class OwnersState(World world, WorldMerchant merchant, Objects objects)
{
    private static readonly string[] Held = ["cards", "plans", "links", "banks"];

    private IReadOnlyList<string> last = [];

    /// <summary>Remembers it as it is.</summary>
    public async Task RememberAsync() => last = await ReadAsync();

    /// <summary>Fails if anything has changed since the last look.</summary>
    public async Task ShouldBeUnchangedAsync()
    {
        var before = last;
        last = await ReadAsync();
        last.ShouldBe(before);
    }

    /// <summary>All of it as text, each with where it stands.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        List<string> read = [];
        foreach (var path in Paths())
            read.Add($"{path}: {(await world.Shop.GetAsync(merchant, path)).Body}");
        read.Add($"waits for a person: {await ReviewAsync()}");
        read.AddRange(await QuarantineAsync());
        foreach (var what in Held)
            read.Add($"{what} at 2C2P: {await world.Gateway.GetAsync($"{what}?merchantId={merchant.Id}")}");
        foreach (var invoiceNo in Invoices())
            read.Add($"{invoiceNo} at 2C2P: {await world.Gateway.TransactionAsync(merchant, invoiceNo)}");
        foreach (var id in new[] { objects.RefundId, objects.ReviewId })
            read.Add($"messages for {id}: {(await world.Storage.InboxAsync(id)).Count}");
        return read;
    }

    /// <summary>What a word of somebody's would change. 2C2P goes on being asked about it, which changes its times.</summary>
    private async Task<string> ReviewAsync()
    {
        var refund = await world.Shop.GetAsync(merchant, $"operations/{objects.ReviewId}");
        return $"{refund["id"]} {refund["status"]} {refund["needsReview"]} {refund["reviewReason"]} {refund["attempts"]}";
    }

    /// <summary>The owner's own: what names no merchant is listed to all, and other tests leave some.</summary>
    private async Task<IEnumerable<string>> QuarantineAsync() =>
        (await world.Shop.GetAsync(merchant, "quarantine")).Json["items"]!
            .AsArray()
            .Where(item => (bool)item!["namesMerchant"]!)
            .Select(item => $"quarantined: {item}");

    private IEnumerable<string> Paths() =>
        [
            $"operations/{objects.RefundId}",
            $"operations/{objects.SettlementId}",
            $"operations/{objects.VoidId}",
            $"operations?invoiceNo={objects.PaidInvoice}",
            $"operations?invoiceNo={objects.AuthorizedInvoice}",
            $"{CardWorld.Cards}/{objects.CardId}",
            $"recurring-plans/{objects.PlanId}",
            $"{LinkWorld.Links}/{objects.LinkId}",
            $"reconciliations/{objects.ReportDay}",
        ];

    private IEnumerable<string> Invoices() =>
        [objects.PaidInvoice, objects.AuthorizedInvoice, objects.RefundedInvoice, objects.SettledInvoice, objects.VoidedInvoice];
}
