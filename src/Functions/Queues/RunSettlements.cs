using Microsoft.Azure.Functions.Worker;
using PaymentOperations.Operations;

namespace PaymentGateway.Queues;

/// <summary>Runs the operations that the queue <c>settlements</c> points to, whatever their kind.</summary>
public sealed class RunSettlements(MessageReader reader, IOperationRunner runner)
{
    private const string Queue = "settlements";

    [Function(nameof(RunSettlements))]
    public Task RunAsync([QueueTrigger(Queue)] string message, CancellationToken cancellationToken) =>
        runner.RunAsync(reader.Read(Queue, message), $"{Queue} queue", cancellationToken);
}
