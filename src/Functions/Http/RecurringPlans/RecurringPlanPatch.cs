using TwoC2P;
using TwoC2P.RecurringPlans;

namespace PaymentGateway.Http.RecurringPlans;

/// <summary>A change of some of a plan's terms.</summary>
/// <param name="Changes">The new values; null also for what is cleared.</param>
/// <param name="Names">The properties that it changes or clears.</param>
internal sealed record RecurringPlanPatch(RecurringPlanTerms Changes, IReadOnlySet<string> Names)
{
    /// <summary>All terms as they are to be.</summary>
    public RecurringPlanTerms Over(RecurringPlanTerms stored) =>
        new()
        {
            Currency = stored.Currency,
            IsActive = Chosen(PlanNames.Active, Changes.IsActive, stored.IsActive),
            Amount = Chosen(PlanNames.Amount, Changes.Amount, stored.Amount),
            AllowAccumulate = Chosen(PlanNames.AllowAccumulate, Changes.AllowAccumulate, stored.AllowAccumulate),
            MaxAccumulateAmount = Chosen(PlanNames.MaxAccumulateAmount, Changes.MaxAccumulateAmount, stored.MaxAccumulateAmount),
            RecurringInterval = Chosen(PlanNames.RecurringInterval, Changes.RecurringInterval, stored.RecurringInterval),
            RecurringCount = Chosen(PlanNames.RecurringCount, Changes.RecurringCount, stored.RecurringCount),
            ChargeNextDate = Chosen(PlanNames.ChargeNextDate, Changes.ChargeNextDate, stored.ChargeNextDate),
            ChargeOnDate = Chosen(PlanNames.ChargeOnDate, Changes.ChargeOnDate, stored.ChargeOnDate),
        };

    /// <summary>The values that the patch leaves as they are, and that cannot be sent back so: sending something else would change them behind the caller's back.</summary>
    public IEnumerable<FieldError> NotUsable(RecurringPlanResponse stored)
    {
        var unread = new Dictionary<string, bool>
        {
            [PlanNames.Active] = IsUnread(stored.RecurringStatus),
            [PlanNames.Amount] = IsUnread(stored.Amount),
            [PlanNames.AllowAccumulate] = IsUnread(stored.AllowAccumulate),
            [PlanNames.MaxAccumulateAmount] = IsUnread(stored.MaxAccumulateAmount),
            [PlanNames.RecurringInterval] = IsUnread(stored.RecurringInterval),
            [PlanNames.RecurringCount] = IsUnread(stored.RecurringCount),
            [PlanNames.ChargeNextDate] = IsUnread(stored.ChargeNextDate),
            [PlanNames.ChargeOnDate] = IsUnread(stored.ChargeOnDate),
        };
        foreach (var name in PlanNames.All.Where(name => unread[name] && !Names.Contains(name)))
            yield return new FieldError(name, "It is not understood.");

        // Without a date 2C2P would reckon a new one from today.
        if (stored.ChargeNextDate.Text is null && !Names.Contains(PlanNames.ChargeNextDate))
            yield return new FieldError(PlanNames.ChargeNextDate, "2C2P did not tell it.");
    }

    private T? Chosen<T>(string name, T? changed, T? stored)
        where T : struct => Names.Contains(name) ? changed : stored;

    private static bool IsUnread<T>(WireValue<T> value)
        where T : struct => value is { Text: not null, Value: null };
}
