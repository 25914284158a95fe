namespace TwoC2P.CardTokens;

/// <summary>
/// What a merchant asks of 2C2P's card tokenization (message <c>MaintenanceRequest</c>). Version, timeStamp, merchantID and hashValue are added by the client.
/// </summary>
public sealed record CardTokenRequest
{
    /// <summary>The action (<c>action</c>, C 1).</summary>
    public required CardTokenAction Action { get; init; }

    /// <summary>The stored card (<c>storeCardUniqueID</c>, C 20); mandatory but for Add, which has none yet.</summary>
    public string? StoreCardUniqueId { get; init; }

    /// <summary>The full card number (<c>pan</c>, C 19); Add only, and mandatory there.</summary>
    public CardNumber? Pan { get; init; }

    /// <summary>Name of the issuing bank (<c>panBank</c>, C 50).</summary>
    public string? PanBank { get; init; }

    /// <summary>Country of the issuing bank, ISO 3166-1 alpha-2 (<c>panCountry</c>, C 2).</summary>
    public string? PanCountry { get; init; }

    /// <summary>The card's primary currency, ISO 4217 number such as <c>702</c> (<c>panCurrency</c>, C 3).</summary>
    public string? PanCurrency { get; init; }

    /// <summary>Name on the card: letters A to Z, <c>- _ , ' . &amp;</c> and spaces (<c>cardholderName</c>, C 50).</summary>
    public string? CardholderName { get; init; }

    /// <summary>The cardholder's e-mail address (<c>cardholderEmail</c>, C 50).</summary>
    public string? CardholderEmail { get; init; }

    /// <summary>Expiry as MMYY, such as <c>0229</c>; a card is good until the end of that month (<c>panExpiry</c>, C 4).</summary>
    public string? PanExpiry { get; init; }

    /// <summary>Says only what is asked: the rest is the cardholder's.</summary>
    public override string ToString() => $"CardTokenRequest {Action}";
}
