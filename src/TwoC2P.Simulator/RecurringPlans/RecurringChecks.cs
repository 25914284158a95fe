using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.RecurringPlans;

/// <summary>The checks of a plan request, in the gateway's order. The first hit is the answer.</summary>
internal static class RecurringChecks
{
    private const string NoAmount = "000000000000";

    /// <summary>Checks that need no key: what they refuse goes out unsigned.</summary>
    public static string? BeforeTheMerchantIsKnown(RecurringRequest request, Merchant? merchant)
    {
        if (LacksMandatoryValue(request) || (request.ProcessType == "U" && LacksValueForUpdate(request)))
            return "10";
        return merchant is null ? "14" : null;
    }

    /// <summary>Checks whose refusals are signed with the merchant's key.</summary>
    public static string? OnceTheMerchantIsKnown(RecurringRequest request, Merchant merchant, DateTime now)
    {
        if (
            !request.IsSigned && !GatewayHash.Matches(request.Hash, request.HashValue, merchant.SecretKey, request.HashedValues())
        )
            return "13";
        if (request.ProcessType is not ("I" or "U" or "C"))
            return "17";
        if (
            !FieldForms.IsVersion(request.Version)
            || !FieldForms.IsTimeStampOrEmpty(request.TimeStamp)
            || request.RecurringUniqueId.Length > 20
            || !FieldForms.IsDigits(request.RecurringUniqueId)
        )
        {
            return "11";
        }

        // An inquiry or cancellation may carry the plan's values along; only an update means them.
        return request.ProcessType == "U" && !UpdateIsRight(request, now) ? "11" : null;
    }

    private static bool LacksMandatoryValue(RecurringRequest request) =>
        request.Version.Length == 0
        || request.MerchantId.Length == 0
        || request.RecurringUniqueId.Length == 0
        || request.ProcessType.Length == 0
        || (request.HashValue.Length == 0 && !request.IsSigned);

    // chargeNextDate is called mandatory, but its remark says what happens without it.
    private static bool LacksValueForUpdate(RecurringRequest request) =>
        request.RecurringStatus.Length == 0
        || request.Amount.Length == 0
        || request.AllowAccumulate.Length == 0
        || request.MaxAccumulateAmount.Length == 0
        || request.RecurringCount.Length == 0
        || (request.RecurringInterval.Length == 0 && request.ChargeOnDate.Length == 0);

    private static bool UpdateIsRight(RecurringRequest request, DateTime now) =>
        FieldForms.IsFlag(request.RecurringStatus)
        && FieldForms.IsTwelveDigitAmount(request.Amount)
        && request.Amount != NoAmount
        && FieldForms.IsFlag(request.AllowAccumulate)
        && FieldForms.IsTwelveDigitAmount(request.MaxAccumulateAmount)
        && FieldForms.IsCount(request.RecurringCount, 0, 99_999)
        && (request.RecurringInterval.Length == 0 || request.ChargeOnDate.Length == 0)
        && (request.RecurringInterval.Length == 0 || FieldForms.IsCount(request.RecurringInterval, 1, 365))
        && (request.ChargeOnDate.Length == 0 || FieldForms.IsDayOfYear(request.ChargeOnDate))
        && (request.ChargeNextDate.Length == 0 || FieldForms.IsNearDate(request.ChargeNextDate, "ddMMyyyy", now));
}
