using PaymentGateway.Http.Requests;
using TwoC2P.CardTokens;

namespace PaymentGateway.Http.Cards;

/// <summary>What is stored beside a card's number, under 2C2P's own names.</summary>
internal static class CardFields
{
    private const int TextLength = 50;
    private const int CountryLength = 2;
    private const int CurrencyLength = 3;

    // Longer than the field, so that the rule of the field says what form it has.
    private const int ExpiryLength = 20;

    /// <summary>The properties that a body may have for them.</summary>
    public static readonly string[] Names =
    [
        "panBank",
        "panCountry",
        "panCurrency",
        "panExpiry",
        "cardholderName",
        "cardholderEmail",
    ];

    /// <summary>Puts the properties of a body into a request.</summary>
    public static CardTokenRequest With(this CardTokenRequest request, JsonObjectReader reader) =>
        request with
        {
            PanBank = Text(reader, "panBank", TextLength),
            PanCountry = Text(reader, "panCountry", CountryLength),
            PanCurrency = Text(reader, "panCurrency", CurrencyLength),
            PanExpiry = Text(reader, "panExpiry", ExpiryLength),
            CardholderName = Text(reader, "cardholderName", TextLength),
            CardholderEmail = Text(reader, "cardholderEmail", TextLength),
        };

    /// <summary>Adds what 2C2P's rules say about fields that nobody complained about yet.</summary>
    public static void Check(CardTokenRequest request, DateTimeOffset localNow, RequestErrors errors)
    {
        var named = errors.ByField.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var error in CardTokenRequestValidator.Validate(request, localNow).Where(error => !named.Contains(error.Field)))
            errors.Add(error.Field, error.Problem);
    }

    // 2C2P shows these texts again: a number that slipped into one of them would travel on.
    private static string? Text(JsonObjectReader reader, string name, int maxLength)
    {
        var text = reader.ShortText(name, maxLength);
        if (text is null || !CardNumbers.MayContainOne(text))
            return text;

        reader.Errors.Add(reader.PathOf(name), "Remove what looks like a card number.");
        return null;
    }
}
