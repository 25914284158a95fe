using TwoC2P.Simulator.CardTokens;

namespace TwoC2P.Simulator.Control;

/// <summary>The body that stores or replaces a card; without an id it gets a new one.</summary>
internal sealed record NewCard(
    string MerchantId,
    string? StoreCardUniqueId = null,
    string PanMasked = "411111XXXXXX1111",
    string PanBank = "",
    string PanCountry = "",
    string PanCurrency = "",
    string CardholderName = "",
    string CardholderEmail = "",
    string PanExpiry = ""
)
{
    public Card Build(CardNumbers numbers) =>
        new(
            MerchantId,
            string.IsNullOrEmpty(StoreCardUniqueId) ? numbers.Next() : StoreCardUniqueId,
            PanMasked,
            PanBank,
            PanCountry,
            PanCurrency,
            CardholderName,
            CardholderEmail,
            PanExpiry
        );
}
