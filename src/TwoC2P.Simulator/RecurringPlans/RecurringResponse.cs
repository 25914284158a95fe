using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.RecurringPlans;

/// <summary>The published shape of a RecurringMaintenanceResponse and its hash orders.</summary>
internal static class RecurringResponse
{
    private static readonly string[] HashedBefore23 =
    [
        "version",
        "respCode",
        "recurringUniqueID",
        "recurringStatus",
        "invoicePrefix",
        "currency",
        "amount",
        "maskedCardNo",
        "allowAccumulate",
        "maxAccumulateAmount",
        "recurringInterval",
        "recurringCount",
        "currentCount",
        "chargeNextDate",
    ];

    private static readonly AnswerTable Since23 = new("RecurringMaintenanceResponse", "respCode", "respReason")
    {
        Fields =
        [
            "version",
            "timeStamp",
            "respCode",
            "respReason",
            "recurringUniqueID",
            "recurringStatus",
            "invoicePrefix",
            "currency",
            "amount",
            "maskedCardNo",
            "allowAccumulate",
            "maxAccumulateAmount",
            "recurringInterval",
            "recurringCount",
            "currentCount",
            "chargeNextDate",
            "chargeOnDate",
        ],
        Hashed = [.. HashedBefore23, "chargeOnDate"],
        Write = AnswerTable.AsXml,
    };

    private static readonly AnswerTable Before23 = Since23 with { Hashed = HashedBefore23 };

    public static AnswerTable TableFor(HashKind hash) => hash == HashKind.Sha1 ? Before23 : Since23;
}
