namespace TwoC2P.RecurringPlans;

/// <summary>What a <c>RecurringMaintenanceRequest</c> asks for (field <c>processType</c>, C 1).</summary>
public enum RecurringPlanAction
{
    /// <summary><c>I</c>: reads a plan.</summary>
    Inquiry,

    /// <summary><c>U</c>: replaces a plan's terms.</summary>
    Update,

    /// <summary><c>C</c>: ends a plan.</summary>
    Cancel,
}
