using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Security.Leaks;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Cards;

/// <summary>Cards as shops store them and as the gateway holds them.</summary>
internal static class CardWorld
{
    public const string Cards = "cards";

    /// <summary>A card number that no other test uses, with a right check digit.</summary>
    public static string NewPan() => Seeds.Card();

    /// <summary>A card to be stored.</summary>
    public static JsonObject NewCard(string? pan = null) =>
        new()
        {
            ["pan"] = pan ?? NewPan(),
            ["panExpiry"] = "1298",
            ["panBank"] = "DBS Bank",
            ["panCountry"] = "SG",
            ["panCurrency"] = "702",
            ["cardholderName"] = "Mei Tan",
            ["cardholderEmail"] = "mei.tan@shop.example",
        };

    public static Task<Answer> StoreCardAsync(this World world, WorldMerchant merchant, JsonObject card, string? key = null) =>
        world.Shop.PostAsync(merchant, Cards, card.ToJsonString(), key ?? ShopClient.NewKey());

    public static Task<Answer> ReadCardAsync(this World world, WorldMerchant merchant, string id) =>
        world.Shop.GetAsync(merchant, $"{Cards}/{id}");

    public static Task<Answer> PatchCardAsync(this World world, WorldMerchant merchant, string id, string patch) =>
        world.Shop.SendAsync(HttpMethod.Patch, merchant, $"{Cards}/{id}", patch, null);

    public static Task<Answer> DeleteCardAsync(this World world, WorldMerchant merchant, string id) =>
        world.Shop.SendAsync(HttpMethod.Delete, merchant, $"{Cards}/{id}", null, null);

    /// <summary>A card that is there; its id.</summary>
    public static async Task<string> HaveCardAsync(this World world, WorldMerchant merchant)
    {
        var stored = await world.StoreCardAsync(merchant, NewCard());
        stored.Status.ShouldBe(HttpStatusCode.Created, stored.Body);
        return stored["storeCardUniqueID"]!;
    }

    /// <summary>The gateway's own record of a card.</summary>
    public static Task<JsonNode> CardAtGatewayAsync(this World world, WorldMerchant merchant, string id) =>
        world.Gateway.GetAsync($"cards/{id}?merchantId={merchant.Id}");

    /// <summary>How many cards with this mask the gateway holds.</summary>
    public static async Task<int> CountCardsAsync(this World world, WorldMerchant merchant, string pan) =>
        (await world.Gateway.GetAsync($"cards?merchantId={merchant.Id}"))
            .AsArray()
            .Count(card => card!["panMasked"]!.ToString() == $"{pan[..6]}XXXXXX{pan[^4..]}");

    /// <summary>Makes the next call of an action go wrong; an addition has no id yet and is told by its merchant alone.</summary>
    public static Task FaultCardAsync(
        this World world,
        WorldMerchant merchant,
        string? id,
        string action,
        string kind,
        JsonObject? parameters = null
    )
    {
        var fault = parameters ?? [];
        fault["kind"] = kind;
        fault["match"] = new JsonObject
        {
            ["merchantId"] = merchant.Id,
            ["api"] = "Maintenance",
            ["processType"] = action,
            ["id"] = id,
        };
        return world.Gateway.PostAsync("faults", fault);
    }

    /// <summary>The actions that reached the gateway for a card, in order.</summary>
    public static async Task<IReadOnlyList<string>> ActionsOfAsync(this World world, WorldMerchant merchant, string id) =>
        [
            .. (await world.Gateway.GetAsync($"calls?merchantId={merchant.Id}&api=Maintenance&id={id}"))
                .AsArray()
                .Select(call => call!["processType"]!.ToString()),
        ];

    /// <summary>How many requests to add a card reached the gateway.</summary>
    public static async Task<int> CountAdditionsAsync(this World world, WorldMerchant merchant) =>
        (await world.Gateway.GetAsync($"calls?merchantId={merchant.Id}&api=Maintenance"))
            .AsArray()
            .Count(call => call!["processType"]!.ToString() == "A");
}
