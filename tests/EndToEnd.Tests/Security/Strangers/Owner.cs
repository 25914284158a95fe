using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Callbacks;
using EndToEnd.Tests.Cards;
using EndToEnd.Tests.QuickPay;
using EndToEnd.Tests.RecurringPlans;
using EndToEnd.Tests.Security.Strangers.Attempts;
using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.Security.Strangers;

/// <summary>A merchant that has one object of every kind, with words in them that stand nowhere else; and a stranger that has something, too.</summary>
public sealed class Owner(World world) : IAsyncLifetime
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Owner;

    private readonly OwnersWords words = new();
    private readonly string today = OtherAttempts.Day(0);
    private readonly string keys = ShopClient.NewKey();

    internal Objects Objects { get; private set; } = null!;

    /// <summary>Texts of the owner's that no stranger may be told.</summary>
    internal IReadOnlyList<string> Texts { get; private set; } = [];

    internal OwnersState State { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var message = CaughtMessageAsync();
        var review = ReviewedRefundAsync();
        var quarantined = QuarantinedAsync();
        var refund = await RefundedAsync();
        var settlement = await SettledAsync();
        var @void = await VoidedAsync();
        var (paid, authorized) = (await CreateAsync("S"), await CreateAsync("A"));
        var (card, cardBody) = await CardAsync();
        var plan = await world.HavePlanAsync(Merchant, ("invoicePrefix", words.PlanPrefix));
        var (link, linkBody) = await LinkAsync();
        await BanksAsync();
        await ReportAsync();
        var told = await EventAsync();
        Objects = new()
        {
            PaidInvoice = paid,
            AuthorizedInvoice = authorized,
            RefundedInvoice = refund["invoiceNo"]!,
            SettledInvoice = settlement["invoiceNo"]!,
            VoidedInvoice = @void["invoiceNo"]!,
            RefundId = refund["id"]!,
            SettlementId = settlement["id"]!,
            VoidId = @void["id"]!,
            ReviewId = (await review)["id"]!,
            RefundReference = refund.Json["gateway"]!["refundReferenceNo"]!.ToString(),
            Order = words.Order,
            RefundBody = RefundBody(refund["invoiceNo"]!),
            CardId = card["storeCardUniqueID"]!,
            CardBody = cardBody,
            PlanId = plan,
            LinkId = link["qpID"]!,
            LinkBody = linkBody,
            EventId = told,
            QuarantinedId = await quarantined,
            Cursor = await CursorAsync("operations?limit=1"),
            ChangesCursor = await CursorAsync("operations?updatedSince=2026-01-01T00:00:00Z&limit=1"),
            InvoiceCursor = await CursorAsync($"refunds?invoiceNo={refund["invoiceNo"]}&limit=1"),
            ReportDay = today,
            Keys = keys,
            StrangersMessage = await message,
        };
        Texts =
        [
            .. words.All,
            .. new[] { paid, authorized, Objects.RefundedInvoice, Objects.SettledInvoice, Objects.VoidedInvoice },
            .. new[] { Objects.RefundId, Objects.SettlementId, Objects.VoidId, Objects.ReviewId },
            .. new[] { plan, told, Objects.QuarantinedId, link["url"]! },
        ];
        State = new OwnersState(world, Merchant, Objects);
        await State.RememberAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<string> CreateAsync(string status) =>
        world.Gateway.CreateAsync(
            Merchant,
            100.00m,
            status,
            invoiceNo: $"{words.Invoice}-{RandomNumberGenerator.GetHexString(8)}"
        );

    private string RefundBody(string invoiceNo) =>
        new JsonObject
        {
            ["invoiceNo"] = invoiceNo,
            ["amount"] = 10.00m,
            ["reason"] = words.Reason,
            ["metadata"] = new JsonObject { ["order"] = words.Order },
        }.ToJsonString();

    /// <summary>Two refunds of one payment: lists of one go on.</summary>
    private async Task<Answer> RefundedAsync()
    {
        var invoiceNo = await CreateAsync("S");
        var first = await world.Shop.PostAsync(Merchant, "refunds", RefundBody(invoiceNo), $"{keys}-refund");
        await world.Shop.WaitForAsync(Merchant, first["id"]!, "succeeded");
        var second = await world.Shop.RefundAsync(Merchant, invoiceNo, 5.00m);
        await world.Shop.WaitForAsync(Merchant, second["id"]!, "succeeded");
        return await world.Shop.GetAsync(Merchant, $"refunds/{first["id"]}");
    }

    private async Task<Answer> SettledAsync()
    {
        var accepted = await world.Shop.SettleAsync(Merchant, await CreateAsync("A"), 100.00m, $"{keys}-settlement");
        return await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");
    }

    private async Task<Answer> VoidedAsync()
    {
        var accepted = await world.Shop.VoidAsync(Merchant, await CreateAsync("A"), $"{keys}-void");
        return await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");
    }

    /// <summary>A refund that only a person can tell the end of: 2C2P lists one of another amount.</summary>
    private async Task<Answer> ReviewedRefundAsync()
    {
        var invoiceNo = await CreateAsync("S");
        await world.Gateway.FaultAsync(Merchant, invoiceNo, "answer-lost", "R");
        var amount = new JsonObject { ["fields"] = new JsonObject { ["amount"] = "5.00" } };
        await world.Gateway.FaultAsync(Merchant, invoiceNo, "entry-set", "RS", times: -1, amount);
        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 50.00m);
        return await world.Shop.WaitForReviewAsync(Merchant, accepted["id"]!);
    }

    private async Task<string> QuarantinedAsync()
    {
        const string Unknown = "0199ffff-0000-7000-8000-0000000000a1";
        var refund = await PendingRefund.StartAsync(world, Merchant, 300.00m);
        var url = refund.NotifyUrl.Replace(refund.Id, Unknown, StringComparison.Ordinal);
        (await refund.NotifyAsync("normal", status: "RF", url: url)).ShouldBe([200]);
        await refund.FinishAsync();
        await refund.WaitForAsync("succeeded");
        var kept = await world.Shop.GetAsync(Merchant, "quarantine");
        return kept.Json["items"]!.AsArray().Single(item => item!["claimedOperationId"]?.ToString() == Unknown)![
            "id"
        ]!.ToString();
    }

    private async Task<byte[]> CaughtMessageAsync()
    {
        var refund = await PendingRefund.StartAsync(world, WorldMerchant.Stranger, 300.00m);
        var message = await CaughtCallback.OfAsync(refund);
        await refund.FinishAsync();
        await refund.WaitForAsync("succeeded");
        return message;
    }

    private async Task<(Answer Card, string Body)> CardAsync()
    {
        var card = CardWorld.NewCard();
        card["cardholderName"] = words.Holder;
        card["cardholderEmail"] = words.Email;
        var stored = await world.StoreCardAsync(Merchant, card, $"{keys}-card");
        stored.Status.ShouldBe(HttpStatusCode.Created, stored.Body);
        return (stored, card.ToJsonString());
    }

    private async Task<(Answer Link, string Body)> LinkAsync()
    {
        var link = LinkWorld.NewLink(words.LinkPrefix);
        link["description"] = words.Description;
        var made = await world.MakeLinkAsync(Merchant, link, $"{keys}-link");
        made.Status.ShouldBe(HttpStatusCode.Created, made.Body);
        var sent = await world.SendLinkAsync(Merchant, made["qpID"]!, LinkWorld.Delivery(), $"{keys}-delivery");
        sent.Status.ShouldBe(HttpStatusCode.OK, sent.Body);
        return (made, link.ToJsonString());
    }

    private Task BanksAsync() =>
        world.Gateway.PostAsync(
            "banks",
            new JsonObject
            {
                ["merchantId"] = Merchant.Id,
                ["banks"] = new JsonArray(new JsonObject { ["bankName"] = words.Bank, ["bankShortName"] = "OWN" }),
            }
        );

    /// <summary>Today's report, to be read; and one of a day that a stranger may start with the same key.</summary>
    private async Task ReportAsync()
    {
        await StartAsync(OtherAttempts.StartedDay, $"{keys}-report");
        await StartAsync(today, ShopClient.NewKey());
        await Eventually.ResultAsync(
            () => world.Shop.GetAsync(Merchant, $"reconciliations/{today}"),
            answer => answer.Status == HttpStatusCode.OK
        );
    }

    private async Task StartAsync(string day, string key)
    {
        var started = await world.Shop.PostAsync(Merchant, "reconciliations", $$"""{"date":"{{day}}"}""", key);
        started.Status.ShouldBe(HttpStatusCode.Accepted, started.Body);
    }

    /// <summary>An event that is listed, and was asked for again.</summary>
    private async Task<string> EventAsync()
    {
        var listed = await Eventually.ResultAsync(
            () => world.Shop.GetAsync(Merchant, "events"),
            answer => answer.Json["items"]!.AsArray().Count > 0
        );
        var id = listed.Json["items"]![0]!["id"]!.ToString();
        var again = await world.Shop.PostAsync(Merchant, "events/redelivery", $$"""{"ids":["{{id}}"]}""", $"{keys}-redelivery");
        again.Status.ShouldBe(HttpStatusCode.Accepted, again.Body);
        return id;
    }

    private async Task<string> CursorAsync(string list)
    {
        // Changes are listed once no earlier one can appear any more.
        var page = await Eventually.ResultAsync(
            () => world.Shop.GetAsync(Merchant, list),
            answer => answer["nextCursor"] is not null
        );
        return page["nextCursor"]!;
    }
}
