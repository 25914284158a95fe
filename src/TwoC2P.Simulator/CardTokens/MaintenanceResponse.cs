using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.CardTokens;

/// <summary>The published shape of a MaintenanceResponse; its hash order is inferred, because 2C2P does not publish it.</summary>
internal static class MaintenanceResponse
{
    public static readonly AnswerTable Table = new("MaintenanceResponse", "respCode", "respReason")
    {
        Fields =
        [
            "version",
            "timeStamp",
            "merchantID",
            "respCode",
            "respReason",
            "panBank",
            "storeCardUniqueID",
            "panCountry",
            "cardholderName",
            "cardholderEmail",
            "panMasked",
        ],
        Hashed =
        [
            "version",
            "merchantID",
            "respCode",
            "panBank",
            "storeCardUniqueID",
            "panCountry",
            "cardholderName",
            "cardholderEmail",
            "panMasked",
        ],
        Write = AnswerTable.AsXml,
    };
}
