namespace PaymentGateway.Http.RecurringPlans;

/// <summary>The terms of a plan in JSON: 2C2P's own names, but for the flag that it calls a status.</summary>
internal static class PlanNames
{
    public const string Active = "active";
    public const string Amount = "amount";
    public const string AllowAccumulate = "allowAccumulate";
    public const string MaxAccumulateAmount = "maxAccumulateAmount";
    public const string RecurringInterval = "recurringInterval";
    public const string RecurringCount = "recurringCount";
    public const string ChargeNextDate = "chargeNextDate";
    public const string ChargeOnDate = "chargeOnDate";

    /// <summary>All of them.</summary>
    public static readonly string[] All =
    [
        Active,
        Amount,
        AllowAccumulate,
        MaxAccumulateAmount,
        RecurringInterval,
        RecurringCount,
        ChargeNextDate,
        ChargeOnDate,
    ];

    /// <summary>Those that a plan can be without.</summary>
    public static readonly string[] Clearable = [RecurringInterval, ChargeNextDate, ChargeOnDate];
}
