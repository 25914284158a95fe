namespace TwoC2P.Simulator.CardTokens;

/// <summary>A stored card. The number itself is not kept in any form, only its mask.</summary>
internal sealed record Card(
    string MerchantId,
    string StoreCardUniqueId,
    string PanMasked,
    string PanBank = "",
    string PanCountry = "",
    string PanCurrency = "",
    string CardholderName = "",
    string CardholderEmail = "",
    string PanExpiry = ""
);
