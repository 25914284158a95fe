using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.CardTokens;

/// <summary>A MaintenanceRequest with every value as it was sent. Not a record: a record would print the card number.</summary>
internal sealed class MaintenanceRequest(XmlMessage message)
{
    public string Version { get; } = message["version"];

    public string TimeStamp { get; } = message["timeStamp"];

    public string MerchantId { get; } = message["merchantID"];

    public string StoreCardUniqueId { get; } = message["storeCardUniqueID"];

    public string Pan { get; } = message["pan"];

    public string PanBank { get; } = message["panBank"];

    public string PanCountry { get; } = message["panCountry"];

    public string PanCurrency { get; } = message["panCurrency"];

    public string CardholderName { get; } = message["cardholderName"];

    public string CardholderEmail { get; } = message["cardholderEmail"];

    public string PanExpiry { get; } = message["panExpiry"];

    public string Action { get; } = message["action"];

    public string HashValue { get; } = message["hashValue"];

    /// <summary>Whether its envelope has proved who wrote it.</summary>
    public bool IsSigned { get; } = message.IsSigned;

    /// <summary>The hashed values: the XML order without timeStamp, inferred, because 2C2P does not publish it.</summary>
    public IEnumerable<string> HashedValues() =>
        [
            Version,
            MerchantId,
            StoreCardUniqueId,
            Pan,
            PanBank,
            PanCountry,
            PanCurrency,
            CardholderName,
            CardholderEmail,
            PanExpiry,
            Action,
        ];
}
