using TwoC2P.Simulator.CardTokens;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.Records;

namespace TwoC2P.Simulator.Control;

/// <summary>Creates and reads stored cards. There is no way to put a full number in or to get one out.</summary>
internal static class CardControl
{
    public static void MapCards(this RouteGroupBuilder control)
    {
        control.MapPost("/cards", Create);
        control.MapGet("/cards", (string? merchantId, MerchantRecords<Card> cards) => cards.Read(merchantId));
        control.MapGet(
            "/cards/{id}",
            (string id, string? merchantId, MerchantRecords<Card> cards) =>
                ControlApi.FirstOr(cards.Read(merchantId, id), "No such card.")
        );
    }

    private static IResult Create(NewCard body, MerchantRecords<Card> cards, CardNumbers numbers)
    {
        if (string.IsNullOrEmpty(body.MerchantId))
            return ControlApi.Bad("Give merchantId.");
        if (FieldForms.IsDigits(body.PanMasked) || body.PanMasked.Length is < 8 or > 19)
            return ControlApi.Bad("panMasked is a masked number such as 411111XXXXXX1111.");
        var card = body.Build(numbers);
        cards.Put(card.MerchantId, card.StoreCardUniqueId, card);
        return Results.Created($"/_control/cards/{Uri.EscapeDataString(card.StoreCardUniqueId)}", card);
    }
}
