using System.Buffers.Text;
using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace PaymentOperations.Storage;

/// <summary>
/// The poison queues, read as what they are: the host moves messages there that are not even Base64, which no queue trigger can be given, and it stops giving a poison message to its trigger after five tries for good.
/// </summary>
/// <param name="service">A client that does not decode.</param>
internal sealed class PoisonQueues(QueueServiceClient service)
{
    private const int MostAtOnce = 32;

    /// <summary>Longer than a round takes; a message whose collector dies comes back.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Some messages, none when the queue is empty.</summary>
    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, CancellationToken cancellationToken) =>
        (await service.GetQueueClient(queue).ReceiveMessagesAsync(MostAtOnce, Hidden, cancellationToken)).Value;

    /// <summary>Takes a message away that was dealt with.</summary>
    public Task DeleteAsync(string queue, QueueMessage message, CancellationToken cancellationToken) =>
        service.GetQueueClient(queue).DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);

    /// <summary>What a message says: decoded when it is Base64 of UTF-8, as all of ours are, otherwise as it stands there.</summary>
    public static string TextOf(QueueMessage message)
    {
        var body = message.Body.ToMemory().Span;
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(body.Length)];
        try
        {
            return Base64.DecodeFromUtf8(body, bytes, out _, out var written) == System.Buffers.OperationStatus.Done
                ? Strict.GetString(bytes, 0, written)
                : message.Body.ToString();
        }
        catch (DecoderFallbackException)
        {
            return message.Body.ToString();
        }
    }
}
