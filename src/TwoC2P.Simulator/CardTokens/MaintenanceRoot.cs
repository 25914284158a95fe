using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.Records;
using TwoC2P.Simulator.RootElements;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.CardTokens;

/// <summary>MaintenanceRequest: adds, shows, changes and deletes stored cards.</summary>
internal sealed class MaintenanceRoot(
    MerchantDirectory merchants,
    MerchantRecords<Card> cards,
    CardNumbers numbers,
    GatewayClock clock
) : IRootElement
{
    public string Name => "MaintenanceRequest";

    // A caller that confuses its fields must not get a card number into the log.
    public CallSubject SubjectOf(XmlMessage message) =>
        new(
            "Maintenance",
            message["merchantID"],
            message["action"],
            Id: Pan.IsValid(message["storeCardUniqueID"]) ? Pan.Mask(message["storeCardUniqueID"]) : message["storeCardUniqueID"]
        );

    public IGatewayAnswer Answer(XmlMessage message, CallContext context)
    {
        var request = new MaintenanceRequest(message);
        var merchant = merchants.Find(request.MerchantId);
        if (MaintenanceChecks.BeforeTheMerchantIsKnown(request, merchant) is { } unsigned)
            return Of(request, unsigned, card: null, secretKey: null);
        if (MaintenanceChecks.OnceTheMerchantIsKnown(request, merchant!, clock) is { } signed)
            return Of(request, signed, card: null, merchant!.SecretKey);

        var card = request.Action == "A" ? Add(request) : Perform(request);
        return Of(request, card is null ? "01" : "00", card, merchant!.SecretKey);
    }

    public IGatewayAnswer Refuse(XmlMessage message, string respCode, string? status, bool signed)
    {
        var request = new MaintenanceRequest(message);
        return Of(request, respCode, card: null, signed ? merchants.Find(request.MerchantId)?.SecretKey : null);
    }

    // The same number twice makes two stored cards: a repeated request shows.
    private Card Add(MaintenanceRequest request)
    {
        var card = Changed(new Card(request.MerchantId, numbers.Next(), Pan.Mask(request.Pan)), request);
        cards.Put(card.MerchantId, card.StoreCardUniqueId, card);
        return card;
    }

    private Card? Perform(MaintenanceRequest request) =>
        cards.Change(
            request.MerchantId,
            request.StoreCardUniqueId,
            card =>
                request.Action switch
                {
                    _ when card is null => (null, null),
                    "D" => (null, card),
                    "U" => Changed(card, request) is var changed ? (changed, changed) : default,
                    _ => (card, card),
                }
        );

    // What an update leaves empty stays as it is.
    private static Card Changed(Card card, MaintenanceRequest request) =>
        card with
        {
            PanBank = Or(request.PanBank, card.PanBank),
            PanCountry = Or(request.PanCountry, card.PanCountry),
            PanCurrency = Or(request.PanCurrency, card.PanCurrency),
            CardholderName = Or(request.CardholderName, card.CardholderName),
            CardholderEmail = Or(request.CardholderEmail, card.CardholderEmail),
            PanExpiry = Or(request.PanExpiry, card.PanExpiry),
        };

    private static string Or(string given, string known) => given.Length > 0 ? given : known;

    private FieldAnswer Of(MaintenanceRequest request, string respCode, Card? card, string? secretKey) =>
        new(
            MaintenanceResponse.Table,
            GatewayHash.KindOf(request.HashValue),
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["version"] = request.Version,
                ["timeStamp"] = clock.TimeStampDdMmYyHhMmSs(),
                ["merchantID"] = request.MerchantId,
                ["respCode"] = respCode,
                ["respReason"] = ResultCodes.Describe(respCode),
                ["panBank"] = card?.PanBank ?? "",
                ["storeCardUniqueID"] = card?.StoreCardUniqueId ?? "",
                ["panCountry"] = card?.PanCountry ?? "",
                ["cardholderName"] = card?.CardholderName ?? "",
                ["cardholderEmail"] = card?.CardholderEmail ?? "",
                ["panMasked"] = card?.PanMasked ?? "",
            }
        )
        {
            SecretKey = secretKey,
            WorkDone = card is not null,
        };
}
