using System.Text.Json;
using PaymentGateway.Http.Requests;
using TwoC2P.CardTokens;

namespace PaymentGateway.Http.Cards;

/// <summary>Reads the body that adds a card. The number goes straight into a <see cref="CardNumber"/>, which the request's owner disposes.</summary>
internal static class NewCardReader
{
    private const string Pan = "pan";
    private const int MinLength = 13;
    private const int MaxLength = 19;

    /// <summary>The card; null when there were complaints.</summary>
    /// <param name="body">The body.</param>
    /// <param name="localNow">The time in the merchant's zone: a card expires at the end of its month there.</param>
    /// <param name="errors">Where complaints go.</param>
    public static CardTokenRequest? Read(JsonElement body, DateTimeOffset localNow, RequestErrors errors)
    {
        var reader = new JsonObjectReader(body, "", errors, [Pan, .. CardFields.Names]);
        if (!reader.IsObject)
            return null;

        var number = Number(reader);
        var card = new CardTokenRequest { Action = CardTokenAction.Add, Pan = number }.With(reader);
        CardFields.Check(card, localNow, errors);
        if (errors.None)
            return card;

        number?.Dispose();
        return null;
    }

    private static CardNumber? Number(JsonObjectReader reader)
    {
        if (reader.Text(Pan) is not { } text)
            return null;
        if (text.Length is >= MinLength and <= MaxLength)
            return new CardNumber(text);

        reader.Errors.Add(
            reader.PathOf(Pan),
            $"Give the card number as {MinLength} to {MaxLength} digits, without spaces and dashes."
        );
        return null;
    }
}
