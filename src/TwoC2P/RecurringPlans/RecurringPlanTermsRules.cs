using TwoC2P.Codes;
using TwoC2P.Protocol;

namespace TwoC2P.RecurringPlans;

/// <summary>The rules for the terms of an update.</summary>
internal static class RecurringPlanTermsRules
{
    private const int LongestIntervalInDays = 365;
    private const int LargestCount = 99_999;

    public static IEnumerable<FieldError> Check(RecurringPlanTerms terms, DateOnly today, MinorUnits units) =>
        [.. CheckMandatory(terms), .. CheckAmounts(terms, units), .. CheckSchedule(terms), .. CheckDates(terms, today)];

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

    private static IEnumerable<FieldError> CheckAmounts(RecurringPlanTerms terms, MinorUnits units)
    {
        if (terms.Amount <= 0)
            yield return new FieldError("amount", "Give an amount greater than zero.");
        else if (AmountProblem(terms.Amount, terms.Currency, units) is { } problem)
            yield return new FieldError("amount", problem);

        if (terms.MaxAccumulateAmount < 0)
            yield return new FieldError("maxAccumulateAmount", "Give an amount that is not negative.");
        else if (AmountProblem(terms.MaxAccumulateAmount, terms.Currency, units) is { } problemOfMost)
            yield return new FieldError("maxAccumulateAmount", problemOfMost);
    }

    private static string? AmountProblem(decimal? given, string? currencyNumber, MinorUnits units)
    {
        if (given is not { } amount)
            return null;
        if (TwelveDigits.DecimalsOf(units, currencyNumber) is not { } decimals)
            return "Change this plan in 2C2P's portal: its currency is not known, so nobody can tell how its amounts are written.";
        if (Iso4217.Find(currencyNumber) is { } currency && !currency.Has(amount))
            return currency.DecimalsProblem;

        return TwelveDigits.Fits(amount, decimals)
            ? null
            : $"Give at most {decimals} decimals and no more than 12 digits with them.";
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
        else if (terms.ChargeNextDate > Horizon.Of(today))
            yield return new FieldError("chargeNextDate", Horizon.Problem);
    }
}
