namespace TwoC2P.RecurringPlans;

/// <summary>
/// What a merchant asks about a recurring payment plan (message <c>RecurringMaintenanceRequest</c>). Version, timeStamp, merchantID and hashValue are added by the client.
/// </summary>
public sealed record RecurringPlanRequest
{
    /// <summary>The action (<c>processType</c>, C 1).</summary>
    public required RecurringPlanAction Action { get; init; }

    /// <summary>The plan (<c>recurringUniqueID</c>, N 20): digits.</summary>
    public required string RecurringUniqueId { get; init; }

    /// <summary>The plan's new terms; updates only, and mandatory there.</summary>
    public RecurringPlanTerms? Terms { get; init; }
}
