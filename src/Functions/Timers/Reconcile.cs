using System.Diagnostics.CodeAnalysis;
using Microsoft.Azure.Functions.Worker;
using PaymentOperations.Reconciliation;

namespace PaymentGateway.Timers;

/// <summary>Every five minutes: starts the day's reconciliation of each merchant when its hour has come, and wakes one that stands still.</summary>
public sealed class Reconcile(IReconciler reconciler)
{
    [Function(nameof(Reconcile))]
    [SuppressMessage("Style", "IDE0060", Justification = "The trigger needs a parameter to sit on.")]
    public Task RunAsync([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        reconciler.StartDueAsync(cancellationToken);
}
