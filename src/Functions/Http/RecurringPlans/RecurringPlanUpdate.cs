using TwoC2P;
using TwoC2P.Protocol;
using TwoC2P.RecurringPlans;

namespace PaymentGateway.Http.RecurringPlans;

/// <summary>The request that replaces a plan's terms, and what is wrong with it by the names that callers know.</summary>
internal static class RecurringPlanUpdate
{
    private const string GatewayStatus = "recurringStatus";

    /// <summary>The update.</summary>
    public static RecurringPlanRequest Of(string recurringUniqueId, RecurringPlanTerms terms) =>
        new()
        {
            Action = RecurringPlanAction.Update,
            RecurringUniqueId = recurringUniqueId,
            Terms = terms,
        };

    /// <summary>What 2C2P's rules say against it.</summary>
    public static IEnumerable<FieldError> Errors(RecurringPlanRequest update, DateTimeOffset localNow, MinorUnits units) =>
        RecurringPlanRequestValidator
            .Validate(update, localNow, units)
            .Select(error => error.Field == GatewayStatus ? error with { Field = PlanNames.Active } : error);
}
