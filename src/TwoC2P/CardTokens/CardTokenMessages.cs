using TwoC2P.Codes;
using TwoC2P.Messages;

namespace TwoC2P.CardTokens;

/// <summary>Turns requests into 2C2P's fields, and 2C2P's fields into answers.</summary>
internal static class CardTokenMessages
{
    public static WireMessage From(CardTokenRequest request) =>
        new()
        {
            ["storeCardUniqueID"] = request.StoreCardUniqueId ?? "",
            ["pan"] = request.Pan?.Reveal() ?? "",
            ["panBank"] = request.PanBank ?? "",
            ["panCountry"] = request.PanCountry ?? "",
            ["panCurrency"] = request.PanCurrency ?? "",
            ["cardholderName"] = request.CardholderName ?? "",
            ["cardholderEmail"] = request.CardholderEmail ?? "",
            ["panExpiry"] = request.PanExpiry ?? "",
            ["action"] = ToWire(request.Action),
        };

    public static CardTokenResponse ToResponse(WireMessage message) =>
        new()
        {
            Version = message.NullIfEmpty("version"),
            TimeStamp = message.NullIfEmpty("timeStamp"),
            MerchantId = message.NullIfEmpty("merchantID"),
            RespCode = new ResultCode(message["respCode"]),
            RespReason = message.NullIfEmpty("respReason"),
            PanBank = message.NullIfEmpty("panBank"),
            StoreCardUniqueId = message.NullIfEmpty("storeCardUniqueID"),
            PanCountry = message.NullIfEmpty("panCountry"),
            CardholderName = message.NullIfEmpty("cardholderName"),
            CardholderEmail = message.NullIfEmpty("cardholderEmail"),
            PanMasked = message.NullIfEmpty("panMasked"),
            HashValue = message.NullIfEmpty("hashValue"),
        };

    private static string ToWire(CardTokenAction action) =>
        action switch
        {
            CardTokenAction.Add => "A",
            CardTokenAction.Inquiry => "I",
            CardTokenAction.Update => "U",
            CardTokenAction.Delete => "D",
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };
}
