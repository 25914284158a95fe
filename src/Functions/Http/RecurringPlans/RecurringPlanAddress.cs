using PaymentGateway.Http.Problems;

namespace PaymentGateway.Http.RecurringPlans;

/// <summary>Which addresses can be a plan's.</summary>
internal static class RecurringPlanAddress
{
    private const int MaxLength = 20;

    /// <summary>The answer to an address that can be no plan's; null when it can be one.</summary>
    public static Problem? Refuse(string recurringUniqueId) =>
        recurringUniqueId.Length <= MaxLength && recurringUniqueId.All(char.IsAsciiDigit)
            ? null
            : new(
                ErrorCodes.RecurringPlanNotFound,
                $"Use the recurringUniqueID that 2C2P gave for the plan, 1 to {MaxLength} digits; this is none."
            );
}
