using System.Diagnostics.CodeAnalysis;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace LocalFunctions.Queues;

/// <summary>One received message: hidden while its function runs, then deleted, shown again or moved to the poison queue.</summary>
internal sealed class LeasedMessage(QueueMessage message, QueueClient queue, QueueClient poison, QueueOptions options)
{
    private volatile string _popReceipt = message.PopReceipt;

    public string Id => message.MessageId;

    public bool HasBeenTriedTooOften => message.DequeueCount > options.MaxDequeueCount;

    public bool IsLastTry => message.DequeueCount >= options.MaxDequeueCount;

    /// <summary>The message as the function sees it; false if host.json asks for base64 and it is not.</summary>
    public bool TryDecode([NotNullWhen(true)] out QueueMessage? decoded)
    {
        decoded = null;
        var text = message.Body.ToString();
        var body = message.Body;
        if (options.Base64)
        {
            var bytes = new byte[text.Length];
            if (!Convert.TryFromBase64String(text, bytes, out var length))
                return false;
            body = new BinaryData(bytes.AsMemory(0, length));
        }

        decoded = QueuesModelFactory.QueueMessage(
            message.MessageId,
            message.PopReceipt,
            body,
            message.DequeueCount,
            message.NextVisibleOn,
            message.InsertedOn,
            message.ExpiresOn
        );
        return true;
    }

    public async Task KeepHiddenAsync(CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await Hosting.QuietDelay.WaitAsync(options.Lease / 2, TimeProvider.System, done);
            if (!done.IsCancellationRequested)
                await ShowAfterAsync(options.Lease);
        }
    }

    public Task DeleteAsync() => queue.DeleteMessageAsync(message.MessageId, _popReceipt);

    public Task ReleaseAsync() => ShowAfterAsync(options.VisibilityTimeout);

    /// <summary>Copied as it is, then deleted: a crash in between leaves two copies, never none.</summary>
    public async Task MoveToPoisonQueueAsync()
    {
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.Body);
        await DeleteAsync();
    }

    private async Task ShowAfterAsync(TimeSpan delay)
    {
        var updated = await queue.UpdateMessageAsync(message.MessageId, _popReceipt, visibilityTimeout: delay);
        _popReceipt = updated.Value.PopReceipt;
    }
}
