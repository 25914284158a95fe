using System.Text.Json;
using PaymentGateway.Http.Requests;
using TwoC2P.Protocol;
using TwoC2P.RecurringPlans;

namespace PaymentGateway.Http.RecurringPlans;

/// <summary>Reads the body that changes a plan.</summary>
internal static class RecurringPlanPatchReader
{
    // Any plan: what is wrong with the values does not depend on which.
    private const string AnyPlan = "1";

    /// <summary>The change, with complaints about all that is wrong whatever the plan's other terms are.</summary>
    /// <param name="body">The body.</param>
    /// <param name="localNow">The time in the merchant's zone: the next charge must not be past there.</param>
    /// <param name="units">What the merchant's plans count their amounts in.</param>
    /// <param name="errors">Where complaints go.</param>
    public static RecurringPlanPatch? Read(JsonElement body, DateTimeOffset localNow, MinorUnits units, RequestErrors errors)
    {
        var reader = new JsonObjectReader(body, "", errors, PlanNames.All);
        if (!reader.IsObject)
            return null;

        var names = reader.Changes(PlanNames.Clearable, PlanNames.All);
        var changes = new RecurringPlanTerms
        {
            IsActive = reader.Flag(PlanNames.Active),
            Amount = reader.Find(PlanNames.Amount) is null ? null : reader.CurrencyAmount(PlanNames.Amount),
            AllowAccumulate = reader.Flag(PlanNames.AllowAccumulate),
            MaxAccumulateAmount = reader.CurrencyAmountOrZero(PlanNames.MaxAccumulateAmount),
            RecurringInterval = reader.WholeNumber(PlanNames.RecurringInterval),
            RecurringCount = reader.WholeNumber(PlanNames.RecurringCount),
            ChargeNextDate = reader.Day(PlanNames.ChargeNextDate),
            ChargeOnDate = DayOfYear(reader, PlanNames.ChargeOnDate),
        };
        var patch = new RecurringPlanPatch(changes, names);
        Check(patch, localNow, units, errors);
        return patch;
    }

    private static void Check(RecurringPlanPatch patch, DateTimeOffset localNow, MinorUnits units, RequestErrors errors)
    {
        var named = errors.ByField.Keys.ToHashSet(StringComparer.Ordinal);
        var wrong = RecurringPlanUpdate
            .Errors(RecurringPlanUpdate.Of(AnyPlan, patch.Changes), localNow, units)
            .Where(error => patch.Names.Contains(error.Field) && !named.Contains(error.Field))
            .Where(error => !DependsOnThePlan(patch, error.Field));
        foreach (var error in wrong)
            errors.Add(error.Field, error.Problem);
    }

    // How many decimals an amount may have is the plan's currency's to say; clearing one of the other two is right when the plan has the other.
    private static bool DependsOnThePlan(RecurringPlanPatch patch, string name) =>
        name is PlanNames.Amount or PlanNames.MaxAccumulateAmount
        || (
            name is PlanNames.RecurringInterval or PlanNames.ChargeOnDate
            && patch.Changes is { RecurringInterval: null, ChargeOnDate: null }
            && !(patch.Names.Contains(PlanNames.RecurringInterval) && patch.Names.Contains(PlanNames.ChargeOnDate))
        );

    private static DayAndMonth? DayOfYear(JsonObjectReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
            return null;
        if (DayAndMonth.TryParseIso(text, out var day))
            return day;

        reader.Errors.Add(reader.PathOf(name), "Give month and day that exist, such as 12-01.");
        return null;
    }
}
