namespace PaymentOperations.Reconciliation;

/// <summary>Makes reconciliations. It reads and reports: no operation is changed, and nothing is sent that moves money.</summary>
public interface IReconciler
{
    /// <summary>Starts what is due of today, and wakes what stands still.</summary>
    Task StartDueAsync(CancellationToken cancellationToken);

    /// <summary>Does the slice that a pointer points to. Throws only when storage or Key Vault fails: the queue then redelivers.</summary>
    /// <param name="message">The pointer.</param>
    /// <param name="cancellationToken">The host is stopping: what was found so far is kept, the rest is the next slice's.</param>
    Task RunAsync(ReconciliationMessage message, CancellationToken cancellationToken);
}
