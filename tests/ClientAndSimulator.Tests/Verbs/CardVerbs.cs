using System.Text.Json.Nodes;
using ClientAndSimulator.Tests.Running;
using TwoC2P.CardTokens;
using TwoC2P.Outcomes;

namespace ClientAndSimulator.Tests.Verbs;

/// <summary>Card tokenization: A, I, U and D.</summary>
internal static class CardVerbs
{
    public const string Id = "260121085327009000";
    public const string Pan = "5555555555554444";

    public static IReadOnlyList<Verb> All { get; } =
    [
        Of("Add", Add),
        Of("Inquiry", () => Request(CardTokenAction.Inquiry)),
        Of("Update", Update),
        Of("Delete", () => Request(CardTokenAction.Delete)),
    ];

    public static CardTokenRequest Request(CardTokenAction action, string id = Id) =>
        new() { Action = action, StoreCardUniqueId = id };

    public static CardTokenRequest Add() =>
        new()
        {
            Action = CardTokenAction.Add,
            Pan = new CardNumber(Pan),
            PanBank = "Bank & Söhne <1>",
            PanCountry = "SG",
            PanCurrency = "702",
            CardholderName = "Mei O'Tan-Lim",
            CardholderEmail = "mei@shop.example",
            PanExpiry = "0631",
        };

    public static CardTokenRequest Update() =>
        Request(CardTokenAction.Update) with
        {
            PanBank = "Another Bank",
            CardholderName = "Somchai J.",
            PanExpiry = "1231",
        };

    public static Task SeedAsync(Meeting meeting) =>
        meeting.SeedAsync(
            "cards",
            new JsonObject
            {
                ["storeCardUniqueId"] = Id,
                ["panMasked"] = "411111XXXXXX1111",
                ["panBank"] = "Siam Commercial Bank",
                ["panCountry"] = "TH",
                ["panCurrency"] = "764",
                ["cardholderName"] = "Somchai Jaidee",
                ["cardholderEmail"] = "somchai@shop.example",
                ["panExpiry"] = "1230",
            }
        );

    public static Task<GatewayOutcome<CardTokenResponse>> SendAsync(Meeting meeting, CardTokenRequest request) =>
        meeting
            .Client<ICardTokenClient>()
            .SendAsync(meeting.Merchant, request, Meeting.Deadline, TestContext.Current.CancellationToken);

    private static Verb Of(string name, Func<CardTokenRequest> request) =>
        new($"Cards {name}", SeedAsync, async meeting => Ending.Of(await SendAsync(meeting, request())));
}
