namespace PaymentOperations.Reconciliation;

/// <summary>Where a reconciliation stands.</summary>
public enum ReconciliationState
{
    /// <summary>It is being made, slice by slice.</summary>
    Running,

    /// <summary>The report is whole.</summary>
    Finished,
}
