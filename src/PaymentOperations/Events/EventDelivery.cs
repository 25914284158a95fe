using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Events;

/// <summary>Hands a pointer over to what it points to.</summary>
internal sealed partial class EventDelivery(
    IMerchants merchants,
    InvoiceDelivery invoices,
    Redelivery redelivery,
    ILogger<EventDelivery> logger
) : IEventDelivery
{
    /// <inheritdoc />
    public async Task RunAsync(DeliveryMessage message, CancellationToken cancellationToken)
    {
        if (merchants.Find(message.MerchantId) is not { } merchant)
        {
            LogUnknownMerchant(logger, message.MerchantId);
            return;
        }

        if (message.InvoiceNo is { } invoiceNo)
            await invoices.RunAsync(merchant, InvoiceNo.Parse(invoiceNo), message.Repeat, cancellationToken);
        else
            await redelivery.RunAsync(merchant, PaymentEventId.Parse(message.RedeliveryId!));
    }

    [LoggerMessage(
        2600,
        LogLevel.Error,
        "Events of merchant {MerchantId} are to be delivered, and it is not configured; configure it again to let them go on"
    )]
    private static partial void LogUnknownMerchant(ILogger logger, string merchantId);
}
