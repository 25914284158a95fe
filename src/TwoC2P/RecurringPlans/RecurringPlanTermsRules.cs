namespace TwoC2P.RecurringPlans;

/// <summary>The rules for the terms of an update.</summary>
internal static class RecurringPlanTermsRules
{
    private const int LongestIntervalInDays = 365;
    private const int LargestCount = 99_999;

    public static IEnumerable<FieldError> Check(RecurringPlanTerms terms, DateOnly today) =>
        [.. CheckMandatory(terms), .. CheckAmounts(terms), .. CheckSchedule(terms), .. CheckDates(terms, today)];

    private static IEnumerable<FieldError> CheckMandatory(RecurringPlanTerms terms)
    {
        (string Field, bool IsGiven)[] fields =
        [
            ("recurringStatus", terms.IsActive is not null),
            ("amount", terms.Amount is not null),
            ("allowAccumulate", terms.AllowAccumulate is not null),
            ("maxAccumulateAmount", terms.MaxAccumulateAmount is not null),
            ("recurringCount", terms.RecurringCount is not null),
        ];
        return fields
            .Where(field => !field.IsGiven)
            .Select(field => new FieldError(field.Field, "Give a value: an update sends all terms."));
    }

    private static IEnumerable<FieldError> CheckAmounts(RecurringPlanTerms terms)
    {
        if (terms.Amount is { } amount && amount <= Money.Zero)
            yield return new FieldError("amount", "Give an amount greater than zero.");

        if (terms.MaxAccumulateAmount is { } most && most < Money.Zero)
            yield return new FieldError("maxAccumulateAmount", "Give an amount that is not negative.");
    }

    private static IEnumerable<FieldError> CheckSchedule(RecurringPlanTerms terms)
    {
        if (terms.RecurringInterval is null == terms.ChargeOnDate is null)
        {
            var problem = terms.RecurringInterval is null
                ? "Give either recurringInterval or chargeOnDate."
                : "Give only one of recurringInterval and chargeOnDate.";
            yield return new FieldError("recurringInterval", problem);
            yield return new FieldError("chargeOnDate", problem);
        }

        if (terms.RecurringInterval is < 1 or > LongestIntervalInDays)
            yield return new FieldError("recurringInterval", $"Give 1 to {LongestIntervalInDays} days.");

        if (terms.RecurringCount is < 0 or > LargestCount)
            yield return new FieldError("recurringCount", $"Give 0 (without end) to {LargestCount} charges.");
    }

    private static IEnumerable<FieldError> CheckDates(RecurringPlanTerms terms, DateOnly today)
    {
        if (terms.ChargeNextDate is null && terms.ChargeOnDate is not null)
            yield return new FieldError(
                "chargeNextDate",
                "Give the date of the next charge: without an interval 2C2P cannot tell it."
            );

        if (terms.ChargeNextDate < today)
            yield return new FieldError("chargeNextDate", "Give a date that is not past.");
    }
}
