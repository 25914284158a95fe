using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>The rules of a link that starts a recurring plan.</summary>
internal static class LinkRecurringChecks
{
    public static string? Check(Func<string, string> value, DateTime now)
    {
        var interval = value("recurringInterval");
        var chargeOnDate = value("chargeOnDate");
        var accumulates = value("allowAccumulate");
        // Whether these amounts are decimals or twelve digits is not published: both are taken.
        if (!IsPayable(value("recurringAmount")) || LinkChecks.AmountOf(value("recurringAmount")) == 0)
            return "019";
        if (!FieldForms.IsFlag(accumulates))
            return "020";
        // As of a plan, nothing at all may accumulate.
        if (value("maxAccumulateAmount") is var limit && (accumulates == "Y" || limit.Length > 0) && !IsPayable(limit))
            return "021";
        if (!FieldForms.IsCount(value("recurringCount"), 0, 99_999))
            return "023";
        if (value("chargeNextDate") is { Length: > 0 } next && !FieldForms.IsNearDate(next, "ddMMyyyy", now))
            return "024";
        if (interval.Length == 0 && chargeOnDate.Length == 0)
            return "026";
        if (interval.Length > 0 && chargeOnDate.Length > 0)
            return "027";
        if (interval.Length > 0)
            return FieldForms.IsCount(interval, 1, 365) ? null : "022";
        return FieldForms.IsDayOfYear(chargeOnDate) ? null : "025";

        bool IsPayable(string text) => LinkChecks.AmountOf(text) is { } amount && Currencies.CanPay(amount, value("currency"));
    }
}
