using System.Text.Json;
using PaymentGateway.Http.Requests;
using TwoC2P.CardTokens;

namespace PaymentGateway.Http.Cards;

/// <summary>A change of a card.</summary>
/// <param name="Changes">What it changes, and nothing else.</param>
/// <param name="Names">The properties that it changes.</param>
internal sealed record CardPatch(CardTokenRequest Changes, IReadOnlySet<string> Names)
{
    /// <summary>Reads the body of a PATCH; null when there were complaints.</summary>
    public static CardPatch? Read(JsonElement body, string storeCardUniqueId, DateTimeOffset localNow, RequestErrors errors)
    {
        var reader = new JsonObjectReader(body, "", errors, CardFields.Names);
        if (!reader.IsObject)
            return null;

        var changes = new CardTokenRequest { Action = CardTokenAction.Update, StoreCardUniqueId = storeCardUniqueId }.With(
            reader
        );
        var names = reader.Changes(clearable: [], CardFields.Names);
        CardFields.Check(changes, localNow, errors);
        return new CardPatch(changes, names);
    }

    /// <summary>
    /// The update that leaves the rest as it is. 2C2P does not publish what becomes of values that an update leaves out, so whatever can be read is sent along;
    /// <c>panCurrency</c> and <c>panExpiry</c> cannot be read.
    /// </summary>
    public CardTokenRequest Over(CardTokenResponse stored) =>
        Changes with
        {
            PanBank = Changes.PanBank ?? stored.PanBank,
            PanCountry = Changes.PanCountry ?? stored.PanCountry,
            CardholderName = Changes.CardholderName ?? stored.CardholderName,
            CardholderEmail = Changes.CardholderEmail ?? stored.CardholderEmail,
        };
}
