using TwoC2P.Codes;

namespace TwoC2P.QuickPay;

/// <summary>The rules for a plan that a link's payment begins; they are those of recurring plans.</summary>
internal static class QuickPayRecurringRules
{
    private const int LongestIntervalInDays = 365;
    private const int LargestCount = 99_999;

    public static IEnumerable<FieldError> Check(QuickPayRecurring plan, string? currency, DateTimeOffset now) =>
        [.. CheckAmounts(plan, currency), .. CheckSchedule(plan, DateOnly.FromDateTime(now.DateTime))];

    private static IEnumerable<FieldError> CheckAmounts(QuickPayRecurring plan, string? currency)
    {
        if (plan.Amount <= 0)
            yield return new FieldError("recurringAmount", "Give an amount greater than zero.");
        else if (QuickPayTermsRules.DecimalsProblem(plan.Amount, currency) is { } problem)
            yield return new FieldError("recurringAmount", problem);

        if (plan.AllowAccumulate && plan.MaxAccumulateAmount is null)
            yield return new FieldError("maxAccumulateAmount", "Give the most that may accumulate.");

        if (plan.MaxAccumulateAmount < 0)
            yield return new FieldError("maxAccumulateAmount", "Give an amount that is not negative.");
        else if (QuickPayTermsRules.DecimalsProblem(plan.MaxAccumulateAmount, currency) is { } problemOfMost)
            yield return new FieldError("maxAccumulateAmount", problemOfMost);
    }

    private static IEnumerable<FieldError> CheckSchedule(QuickPayRecurring plan, DateOnly today)
    {
        if (plan.Interval is null == plan.ChargeOnDate is null)
        {
            var problem = plan.Interval is null
                ? "Give either recurringInterval or chargeOnDate."
                : "Give only one of recurringInterval and chargeOnDate.";
            yield return new FieldError("recurringInterval", problem);
            yield return new FieldError("chargeOnDate", problem);
        }

        if (plan.Interval is < 1 or > LongestIntervalInDays)
            yield return new FieldError("recurringInterval", $"Give 1 to {LongestIntervalInDays} days.");

        if (plan.Count is < 0 or > LargestCount)
            yield return new FieldError("recurringCount", $"Give 0 (without end) to {LargestCount} charges.");

        if (plan.ChargeNextDate < today)
            yield return new FieldError("chargeNextDate", "Give a date that is not past.");
        else if (plan.ChargeNextDate > Horizon.Of(today))
            yield return new FieldError("chargeNextDate", Horizon.Problem);
    }
}
