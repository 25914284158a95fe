namespace TwoC2P.RecurringPlans;

/// <summary>
/// A plan's terms as an update sends them: always all of them, and exactly one of <see cref="RecurringInterval"/> and <see cref="ChargeOnDate"/>. What is null is not sent, and
/// the validator names what must not be null.
/// </summary>
public sealed record RecurringPlanTerms
{
    /// <summary>Whether the plan charges (<c>recurringStatus</c>: Y or N).</summary>
    public bool? IsActive { get; init; }

    /// <summary>The plan's currency, ISO 4217 number, as an inquiry answers it (<c>currency</c>). An update does not carry it: it says how the amounts are written.</summary>
    public string? Currency { get; init; }

    /// <summary>What each charge takes, in whole units of the currency (<c>amount</c>, N 12).</summary>
    public decimal? Amount { get; init; }

    /// <summary>Whether a charge that failed is added to the next one (<c>allowAccumulate</c>: Y or N).</summary>
    public bool? AllowAccumulate { get; init; }

    /// <summary>The most that may accumulate before the plan is ended, in whole units of the currency (<c>maxAccumulateAmount</c>, N 12).</summary>
    public decimal? MaxAccumulateAmount { get; init; }

    /// <summary>Days between charges, 1 to 365 (<c>recurringInterval</c>, N 5).</summary>
    public int? RecurringInterval { get; init; }

    /// <summary>How many charges in all; 0 goes on until cancelled (<c>recurringCount</c>, N 5).</summary>
    public int? RecurringCount { get; init; }

    /// <summary>Date of the next charge (<c>chargeNextDate</c>, ddMMyyyy); 2C2P takes today plus the interval when it is left out, so it may be null with an interval only.</summary>
    public DateOnly? ChargeNextDate { get; init; }

    /// <summary>Day of the charges (<c>chargeOnDate</c>, ddMM).</summary>
    public DayAndMonth? ChargeOnDate { get; init; }
}
