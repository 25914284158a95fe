using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using PaymentOperations.Operations;
using PaymentOperations.Reconciliation;

namespace PaymentGateway.Queues;

/// <summary>Reads a queue message. One that is not ours is thrown back, so that the host moves it to the poison queue where a person sees it.</summary>
public sealed partial class MessageReader(ILogger<MessageReader> logger)
{
    /// <summary>The pointer in the message.</summary>
    /// <exception cref="UnreadableMessageException">There is none; no operation is touched.</exception>
    internal OperationMessage Read(string queue, string text) =>
        Read(
            queue,
            text,
            OperationMessageJson.Default.OperationMessage,
            message => message is { MerchantId: not null, InvoiceNo: not null, OperationId: not null }
        );

    /// <summary>The pointer to a delivery in the message.</summary>
    /// <exception cref="UnreadableMessageException">There is none; nothing is delivered.</exception>
    internal DeliveryMessage ReadDelivery(string queue, string text) =>
        Read(
            queue,
            text,
            OperationMessageJson.Default.DeliveryMessage,
            message => message.MerchantId is not null && message.InvoiceNo is null != message.RedeliveryId is null
        );

    /// <summary>The pointer to a slice of a reconciliation in the message.</summary>
    /// <exception cref="UnreadableMessageException">There is none; nothing is reconciled.</exception>
    internal ReconciliationMessage ReadReconciliation(string queue, string text) =>
        Read(
            queue,
            text,
            OperationMessageJson.Default.ReconciliationMessage,
            message =>
                message is { MerchantId: not null, Number: > 0, Slice: >= 0 }
                && DateOnly.TryParseExact(message.Date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        );

    private T Read<T>(string queue, string text, JsonTypeInfo<T> type, Func<T, bool> isPointer)
        where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize(text, type) is { } message && isPointer(message))
                return message;
        }
        catch (JsonException)
        {
            // Not ours: handled below like any other message without a pointer. The parser's text may quote the message, so it is left out.
        }

        LogUnreadable(queue, text.Length);
        throw new UnreadableMessageException(queue);
    }

    [LoggerMessage(
        1100,
        LogLevel.Error,
        "A message of {Length} characters in queue {Queue} points to nothing of ours; it goes to the poison queue"
    )]
    private partial void LogUnreadable(string queue, int length);
}
