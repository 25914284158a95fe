using Microsoft.Azure.Functions.Worker;
using PaymentOperations.Operations;

namespace PaymentGateway.Queues;

/// <summary>Delivers to merchants' webhooks what the queue <c>webhooks</c> points to.</summary>
public sealed class DeliverEvents(MessageReader reader, IEventDelivery delivery)
{
    private const string Queue = "webhooks";

    [Function(nameof(DeliverEvents))]
    public Task RunAsync([QueueTrigger(Queue)] string message, CancellationToken cancellationToken) =>
        delivery.RunAsync(reader.ReadDelivery(Queue, message), cancellationToken);
}
