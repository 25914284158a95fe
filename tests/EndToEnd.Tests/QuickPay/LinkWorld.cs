using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.QuickPay;

/// <summary>Payment links as shops ask for them and as the gateway holds them.</summary>
internal static class LinkWorld
{
    public const string Links = "quickpay/links";

    /// <summary>A prefix, or a link's id, that no other test uses.</summary>
    public static string NewPrefix() => $"E2E-{RandomNumberGenerator.GetHexString(12)}";

    /// <summary>A link to be made.</summary>
    public static JsonObject NewLink(string orderIdPrefix) =>
        new()
        {
            ["orderIdPrefix"] = orderIdPrefix,
            ["description"] = "Spring promotion",
            ["currency"] = "SGD",
            ["amount"] = 100.00m,
            ["expiry"] = Ahead.Of("YYYY-12-31T23:59:59+07:00"),
            ["userData"] = new JsonArray("order 1", null, "third"),
        };

    /// <summary>A delivery to two e-mail addresses, a copy and a mobile.</summary>
    public static JsonObject Delivery() =>
        new()
        {
            ["emails"] = new JsonArray("one@shop.example", "two@shop.example"),
            ["cc"] = new JsonArray("copy@shop.example"),
            ["emailSubject"] = "Your order",
            ["emailMessage"] = "Please pay with this link.",
            ["mobiles"] = new JsonArray("+6599999999"),
            ["smsMessage"] = "Please pay",
        };

    public static Task<Answer> MakeLinkAsync(this World world, WorldMerchant merchant, JsonObject link, string? key = null) =>
        world.Shop.PostAsync(merchant, Links, link.ToJsonString(), key ?? ShopClient.NewKey());

    public static Task<Answer> SendLinkAsync(
        this World world,
        WorldMerchant merchant,
        string qpId,
        JsonObject delivery,
        string? key = null
    ) => world.Shop.PostAsync(merchant, $"{Links}/{qpId}/send", delivery.ToJsonString(), key ?? ShopClient.NewKey());

    public static Task<Answer> ReadLinkAsync(this World world, WorldMerchant merchant, string qpId) =>
        world.Shop.GetAsync(merchant, $"{Links}/{qpId}");

    public static Task<Answer> PatchLinkAsync(this World world, WorldMerchant merchant, string qpId, string patch) =>
        world.Shop.SendAsync(HttpMethod.Patch, merchant, $"{Links}/{qpId}", patch, null);

    public static Task<Answer> EndLinkAsync(this World world, WorldMerchant merchant, string qpId) =>
        world.Shop.SendAsync(HttpMethod.Delete, merchant, $"{Links}/{qpId}", null, null);

    /// <summary>A link that is there; its id.</summary>
    public static async Task<string> HaveLinkAsync(this World world, WorldMerchant merchant, JsonObject? link = null)
    {
        var made = await world.MakeLinkAsync(merchant, link ?? NewLink(NewPrefix()));
        made.Status.ShouldBe(HttpStatusCode.Created, made.Body);
        return made["qpID"]!;
    }

    /// <summary>Makes the next call of a verb for a link (before there is one: its prefix) go wrong.</summary>
    public static Task FaultLinkAsync(
        this World world,
        WorldMerchant merchant,
        string id,
        string verb,
        string kind,
        JsonObject? parameters = null
    )
    {
        var fault = parameters ?? [];
        fault["kind"] = kind;
        fault["match"] = new JsonObject
        {
            ["merchantId"] = merchant.Id,
            ["api"] = "QuickPay",
            ["processType"] = verb,
            ["id"] = id,
        };
        return world.Gateway.PostAsync("faults", fault);
    }

    /// <summary>The verbs of the calls that reached the gateway for a link (before there is one: its prefix), in order.</summary>
    public static async Task<IReadOnlyList<string>> VerbsOfAsync(this World world, WorldMerchant merchant, string id) =>
        [
            .. (await world.Gateway.GetAsync($"calls?merchantId={merchant.Id}&api=QuickPay&id={id}"))
                .AsArray()
                .Select(call => call!["processType"]!.ToString()),
        ];

    /// <summary>What became of each recipient, in words.</summary>
    public static IEnumerable<string> Results(this Answer answer) =>
        answer.Json["recipients"]!.AsArray().Select(one => $"{one!["channel"]} {one["recipient"]} {one["result"]}");
}
