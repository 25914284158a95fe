using System.Text.Json;
using Microsoft.Extensions.Logging;
using PaymentOperations.Operations;

namespace PaymentGateway.Queues;

/// <summary>Reads a queue message. One that is not ours is thrown back, so that the host moves it to the poison queue where a person sees it.</summary>
public sealed partial class MessageReader(ILogger<MessageReader> logger)
{
    /// <summary>The pointer in the message.</summary>
    /// <exception cref="UnreadableMessageException">There is none; no operation is touched.</exception>
    internal OperationMessage Read(string queue, string text)
    {
        try
        {
            if (
                JsonSerializer.Deserialize(text, OperationMessageJson.Default.OperationMessage) is
                { MerchantId: not null, InvoiceNo: not null, OperationId: not null } message
            )
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
        "A message of {Length} characters in queue {Queue} points to no operation; it goes to the poison queue"
    )]
    private partial void LogUnreadable(string queue, int length);
}
