using TwoC2P.RecurringPlans;

namespace TwoC2P.QuickPay;

/// <summary>
/// A recurring plan that a link's payment begins. 2C2P publishes no formats for these fields of QuickPay: amounts are written as the link's own, dates as those of recurring plans.
/// </summary>
public sealed record QuickPayRecurring
{
    /// <summary>What each charge takes, in whole units of the link's currency (<c>recurringAmount</c>).</summary>
    public required decimal Amount { get; init; }

    /// <summary>Whether a charge that failed is added to the next one (<c>allowAccumulate</c>: Y or N).</summary>
    public bool AllowAccumulate { get; init; }

    /// <summary>The most that may accumulate (<c>maxAccumulateAmount</c>); mandatory when accumulating.</summary>
    public decimal? MaxAccumulateAmount { get; init; }

    /// <summary>Days between charges, 1 to 365 (<c>recurringInterval</c>); this or <see cref="ChargeOnDate"/>.</summary>
    public int? Interval { get; init; }

    /// <summary>How many charges in all; 0 goes on until cancelled (<c>recurringCount</c>).</summary>
    public int Count { get; init; }

    /// <summary>Date of the next charge (<c>chargeNextDate</c>, ddMMyyyy).</summary>
    public DateOnly? ChargeNextDate { get; init; }

    /// <summary>Day of the charges (<c>chargeOnDate</c>, ddMM).</summary>
    public DayAndMonth? ChargeOnDate { get; init; }
}
