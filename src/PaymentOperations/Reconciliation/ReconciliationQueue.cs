using System.Text.Json;
using Azure.Storage.Queues;
using PaymentOperations.Storage;

namespace PaymentOperations.Reconciliation;

/// <summary>Puts pointers to slices on their queue. A lost pointer costs minutes: the timer makes new ones.</summary>
internal sealed class ReconciliationQueue(QueueServiceClient service)
{
    private static readonly TimeSpan NoExpiry = TimeSpan.FromSeconds(-1);

    public Task SendAsync(ReconciliationRow row, TimeSpan delay, CancellationToken cancellationToken) =>
        SendAsync(
            new ReconciliationMessage(row.MerchantId.Text, Scope.NameOf(row.Date), row.Number, row.Slice),
            delay,
            cancellationToken
        );

    public Task SendAsync(ReconciliationMessage message, TimeSpan delay, CancellationToken cancellationToken) =>
        service
            .GetQueueClient(StorageLayout.ReconciliationsQueue)
            .SendMessageAsync(
                JsonSerializer.Serialize(message, ReconciliationJson.Default.ReconciliationMessage),
                delay < TimeSpan.Zero ? TimeSpan.Zero : delay,
                NoExpiry,
                cancellationToken
            );
}
