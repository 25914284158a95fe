using TwoC2P.Codes;

namespace TwoC2P.CardTokens;

/// <summary>2C2P's answer (message <c>MaintenanceResponse</c>), read tolerantly: unknown codes survive, lengths are advisory.</summary>
public sealed record CardTokenResponse
{
    /// <summary>Message version; not always the request's (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Gateway's time of the answer as sent, <c>ddMMyyHHmmss</c> (<c>timeStamp</c>).</summary>
    public string? TimeStamp { get; init; }

    /// <summary>The merchant that is answered (<c>merchantID</c>).</summary>
    public string? MerchantId { get; init; }

    /// <summary>Result (<c>respCode</c>).</summary>
    public ResultCode RespCode { get; init; }

    /// <summary>2C2P's own text for the result (<c>respReason</c>).</summary>
    public string? RespReason { get; init; }

    /// <summary>Name of the issuing bank (<c>panBank</c>).</summary>
    public string? PanBank { get; init; }

    /// <summary>The stored card (<c>storeCardUniqueID</c>).</summary>
    public string? StoreCardUniqueId { get; init; }

    /// <summary>Country of the issuing bank, ISO 3166-1 alpha-2 (<c>panCountry</c>).</summary>
    public string? PanCountry { get; init; }

    /// <summary>Name on the card (<c>cardholderName</c>).</summary>
    public string? CardholderName { get; init; }

    /// <summary>The cardholder's e-mail address (<c>cardholderEmail</c>).</summary>
    public string? CardholderEmail { get; init; }

    /// <summary>The masked card number, such as <c>411111XXXXXX1111</c> (<c>panMasked</c>).</summary>
    public string? PanMasked { get; init; }

    /// <summary>Signature as sent (<c>hashValue</c>).</summary>
    public string? HashValue { get; init; }

    /// <summary>Says only how it went: the rest is the cardholder's.</summary>
    public override string ToString() => $"CardTokenResponse {RespCode}";
}
