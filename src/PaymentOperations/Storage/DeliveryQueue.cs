using System.Text.Json;
using Azure.Storage.Queues;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>Puts pointers to what is to be delivered on their queue. A lost pointer costs minutes: the sweep makes new ones.</summary>
internal sealed class DeliveryQueue(QueueServiceClient service)
{
    private const int MostPeeked = 32;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);
    private static readonly TimeSpan NoExpiry = TimeSpan.FromSeconds(-1);

    public Task SendAsync(DeliveryMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        var visibleAfter =
            delay < TimeSpan.Zero ? TimeSpan.Zero
            : delay > LongestDelay ? LongestDelay
            : delay;
        return service
            .GetQueueClient(StorageLayout.WebhooksQueue)
            .SendMessageAsync(
                JsonSerializer.Serialize(message, EventRowJson.Default.DeliveryMessage),
                visibleAfter,
                NoExpiry,
                cancellationToken
            );
    }

    /// <summary>Whether visible pointers pile up.</summary>
    public async Task<bool> IsBackedUpAsync(CancellationToken cancellationToken)
    {
        var waiting = await service.GetQueueClient(StorageLayout.WebhooksQueue).PeekMessagesAsync(MostPeeked, cancellationToken);
        return waiting.Value.Length == MostPeeked;
    }
}
