using Microsoft.Azure.Functions.Worker;
using PaymentOperations.Reconciliation;

namespace PaymentGateway.Queues;

/// <summary>Does the slices of reconciliations that the queue <c>reconciliations</c> points to.</summary>
public sealed class RunReconciliations(MessageReader reader, IReconciler reconciler)
{
    private const string Queue = "reconciliations";

    [Function(nameof(RunReconciliations))]
    public Task RunAsync([QueueTrigger(Queue)] string message, CancellationToken cancellationToken) =>
        reconciler.RunAsync(reader.ReadReconciliation(Queue, message), cancellationToken);
}
