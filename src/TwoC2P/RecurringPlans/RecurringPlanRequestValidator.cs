using TwoC2P.Messages;
using TwoC2P.Protocol;

namespace TwoC2P.RecurringPlans;

/// <summary>Checks requests against 2C2P's field table and rules, so that nothing is sent that they rule out.</summary>
public static class RecurringPlanRequestValidator
{
    /// <summary>Checks what the caller chose; empty when all is well.</summary>
    /// <param name="request">The request.</param>
    /// <param name="localNow">The time in the merchant's zone: the next charge must not be past there.</param>
    /// <param name="units">What the amounts are counted in (setting <c>MinorUnits</c>).</param>
    /// <returns>One error per broken rule, by 2C2P's field names; never contains a value.</returns>
    public static IReadOnlyList<FieldError> Validate(
        RecurringPlanRequest request,
        DateTimeOffset localNow,
        MinorUnits units = MinorUnits.Iso4217
    )
    {
        if (!Enum.IsDefined(request.Action))
            return [new FieldError("processType", "Give one of the process types I, U and C.")];

        List<FieldError> errors = [.. CheckId(request.RecurringUniqueId), .. CheckTerms(request, localNow, units)];
        var named = errors.Select(error => error.Field).ToHashSet(StringComparer.Ordinal);
        var table = FieldTableRules.Check(RecurringPlanMessages.From(request, units), RecurringPlanLayouts.Request);
        return [.. errors, .. table.Where(error => !named.Contains(error.Field))];
    }

    private static IEnumerable<FieldError> CheckId(string? id)
    {
        if (string.IsNullOrEmpty(id))
            yield return new FieldError("recurringUniqueID", "Give the plan that is meant.");
        else if (!id.All(char.IsAsciiDigit))
            yield return new FieldError("recurringUniqueID", "Give the plan's id as digits only.");
    }

    private static IEnumerable<FieldError> CheckTerms(
        RecurringPlanRequest request,
        DateTimeOffset localNow,
        MinorUnits units = MinorUnits.Iso4217
    ) =>
        (request.Action, request.Terms) switch
        {
            (RecurringPlanAction.Update, null) => RecurringPlanTermsRules.Check(new RecurringPlanTerms(), Today(localNow), units),
            (RecurringPlanAction.Update, { } terms) => RecurringPlanTermsRules.Check(terms, Today(localNow), units),
            (_, null) => [],
            (_, _) => [new FieldError("processType", "Leave out the terms: only updates have them.")],
        };

    private static DateOnly Today(DateTimeOffset localNow) => DateOnly.FromDateTime(localNow.DateTime);
}
