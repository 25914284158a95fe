using TwoC2P.Messages;
using static TwoC2P.Messages.MessageField;

namespace TwoC2P.RecurringPlans;

/// <summary>2C2P's two published tables, in the order of their samples.</summary>
internal static class RecurringPlanLayouts
{
    public const string ChargeOnDate = "chargeOnDate";

    public static readonly MessageLayout Request = new(
        "RecurringMaintenanceRequest",
        [
            new Scalar("version", 5),
            new Scalar("timeStamp", 22),
            new Scalar("merchantID", 20),
            new Scalar("recurringUniqueID", 20),
            new Scalar("processType", 1),
            new Scalar("recurringStatus", 1),
            new Scalar("amount", 12),
            new Scalar("allowAccumulate", 1),
            new Scalar("maxAccumulateAmount", 12),
            new Scalar("recurringInterval", 5),
            new Scalar("recurringCount", 5),
            new Scalar("chargeNextDate", 8),
            new Scalar(ChargeOnDate, 8),
            new Scalar("hashValue", 150),
        ]
    );

    public static readonly MessageLayout Response = new(
        "RecurringMaintenanceResponse",
        [
            new Scalar("version", 5),
            new Scalar("timeStamp", 22),
            // Not in the table: answers of the new generation have it.
            new Scalar("merchantID", 20),
            new Scalar("respCode", 3),
            new Scalar("respReason", 100),
            new Scalar("recurringUniqueID", 20),
            new Scalar("recurringStatus", 1),
            new Scalar("invoicePrefix", 15),
            new Scalar("currency", 3),
            new Scalar("amount", 12),
            new Scalar("maskedCardNo", 16),
            new Scalar("allowAccumulate", 1),
            new Scalar("maxAccumulateAmount", 12),
            new Scalar("recurringInterval", 5),
            new Scalar("recurringCount", 5),
            new Scalar("currentCount", 5),
            new Scalar("chargeNextDate", 8),
            new Scalar(ChargeOnDate, 8),
            new Scalar("hashValue", 150),
        ]
    );
}
