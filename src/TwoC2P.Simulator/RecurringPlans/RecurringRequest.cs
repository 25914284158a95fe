using System.Globalization;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.RecurringPlans;

/// <summary>A RecurringMaintenanceRequest with every value as it was sent.</summary>
internal sealed class RecurringRequest(XmlMessage message)
{
    private static readonly decimal FirstVersionWithSha256 = 2.3m;

    public string Version { get; } = message["version"];

    public string TimeStamp { get; } = message["timeStamp"];

    public string MerchantId { get; } = message["merchantID"];

    public string RecurringUniqueId { get; } = message["recurringUniqueID"];

    public string ProcessType { get; } = message["processType"];

    public string RecurringStatus { get; } = message["recurringStatus"];

    public string Amount { get; } = message["amount"];

    public string AllowAccumulate { get; } = message["allowAccumulate"];

    public string MaxAccumulateAmount { get; } = message["maxAccumulateAmount"];

    public string RecurringInterval { get; } = message["recurringInterval"];

    public string RecurringCount { get; } = message["recurringCount"];

    public string ChargeNextDate { get; } = message["chargeNextDate"];

    public string ChargeOnDate { get; } = message["chargeOnDate"];

    public string HashValue { get; } = message["hashValue"];

    /// <summary>Whether its envelope has proved who wrote it.</summary>
    public bool IsSigned { get; } = message.IsSigned;

    /// <summary>SHA-256 since version 2.3, SHA-1 before.</summary>
    public HashKind Hash =>
        decimal.TryParse(Version, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version)
        && version < FirstVersionWithSha256
            ? HashKind.Sha1
            : HashKind.Sha256;

    /// <summary>The hashed values in the order of the protocol; timeStamp is not one of them.</summary>
    public IEnumerable<string> HashedValues() =>
        [
            Version,
            MerchantId,
            RecurringUniqueId,
            ProcessType,
            RecurringStatus,
            Amount,
            AllowAccumulate,
            MaxAccumulateAmount,
            RecurringInterval,
            RecurringCount,
            ChargeNextDate,
            ChargeOnDate,
        ];
}
