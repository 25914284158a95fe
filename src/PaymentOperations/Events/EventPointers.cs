using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Events;

/// <summary>Wakes the delivery of what was just committed, for merchants that have a webhook.</summary>
internal sealed partial class EventPointers(IMerchants merchants, DeliveryQueue queue, ILogger<EventPointers> logger)
{
    public async Task SendAsync(OperationRow row, CancellationToken cancellationToken)
    {
        if (merchants.Find(row.MerchantId.Text)?.Webhook is null)
            return;

        try
        {
            var message = new DeliveryMessage(row.MerchantId.Text, row.InvoiceNo.Text);
            await queue.SendAsync(message, TimeSpan.Zero, cancellationToken);
        }
        catch (Exception exception) when (Outage.OfStorage(exception) || exception is OperationCanceledException)
        {
            // What is told about money is committed; the sweep finds what is to be delivered.
            LogPointerLost(logger, exception, row.Id);
        }
    }

    [LoggerMessage(
        2604,
        LogLevel.Warning,
        "The pointer to events of operation {OperationId} could not be queued; the sweep will make one"
    )]
    private static partial void LogPointerLost(ILogger logger, Exception exception, OperationId operationId);
}
