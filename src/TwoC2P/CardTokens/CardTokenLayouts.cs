using TwoC2P.Messages;
using static TwoC2P.Messages.MessageField;

namespace TwoC2P.CardTokens;

/// <summary>2C2P's two published tables, in the order of their samples.</summary>
internal static class CardTokenLayouts
{
    public static readonly MessageLayout Request = new(
        "MaintenanceRequest",
        [
            new Scalar("version", 5),
            new Scalar("timeStamp", 22),
            new Scalar("merchantID", 15),
            new Scalar("storeCardUniqueID", 20),
            new Scalar("pan", 19),
            new Scalar("panBank", 50),
            new Scalar("panCountry", 2),
            new Scalar("panCurrency", 3),
            new Scalar("cardholderName", 50),
            new Scalar("cardholderEmail", 50),
            new Scalar("panExpiry", 4),
            new Scalar("action", 1),
            new Scalar("hashValue", 150),
        ]
    );

    public static readonly MessageLayout Response = new(
        "MaintenanceResponse",
        [
            new Scalar("version", 5),
            new Scalar("timeStamp", 22),
            new Scalar("merchantID", 15),
            new Scalar("respCode", 2),
            new Scalar("respReason", 100),
            new Scalar("panBank", 50),
            new Scalar("storeCardUniqueID", 20),
            new Scalar("panCountry", 2),
            new Scalar("cardholderName", 50),
            new Scalar("cardholderEmail", 50),
            new Scalar("panMasked", 19),
            new Scalar("hashValue", 150),
        ]
    );
}
