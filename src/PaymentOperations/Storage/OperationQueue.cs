using System.Text.Json;
using Azure.Storage.Queues;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>Puts pointers to operations on the queues. A lost pointer costs time, never an operation: the sweep makes new ones.</summary>
internal sealed class OperationQueue(QueueServiceClient service)
{
    /// <summary>Storage queues hide a message for at most 7 days.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);
    private const int MostPeeked = 32;
    private static readonly TimeSpan NoExpiry = TimeSpan.FromSeconds(-1);

    public Task SendAsync(OperationHint hint, TimeSpan delay, string? traceParent, CancellationToken cancellationToken) =>
        SendAsync(
            hint.Kind,
            new OperationMessage(hint.MerchantId.Text, hint.InvoiceNo.Text, hint.Id.ToString(), 0, traceParent),
            delay,
            cancellationToken
        );

    public Task SendAsync(OperationKind kind, OperationMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        var visibleAfter =
            delay < TimeSpan.Zero ? TimeSpan.Zero
            : delay > LongestDelay ? LongestDelay
            : delay;
        return service
            .GetQueueClient(QueueOf(kind))
            .SendMessageAsync(
                JsonSerializer.Serialize(message, OperationRowJson.Default.OperationMessage),
                visibleAfter,
                NoExpiry,
                cancellationToken
            );
    }

    /// <summary>Whether visible pointers pile up. Pointers that wait for their hour do not count: a thousand pending refunds are no backlog.</summary>
    public async Task<bool> IsBackedUpAsync(OperationKind kind, CancellationToken cancellationToken)
    {
        var waiting = await service.GetQueueClient(QueueOf(kind)).PeekMessagesAsync(MostPeeked, cancellationToken);
        return waiting.Value.Length == MostPeeked;
    }

    /// <summary>How many messages the poison queues hold, by queue.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountPoisonAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var name in StorageLayout.PoisonQueues)
        {
            var properties = await service.GetQueueClient(name).GetPropertiesAsync(cancellationToken);
            counts[name] = properties.Value.ApproximateMessagesCount;
        }

        return counts;
    }

    private static string QueueOf(OperationKind kind) =>
        kind == OperationKind.Refund ? StorageLayout.RefundsQueue : StorageLayout.SettlementsQueue;
}
