using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>Everything in a storage account: each property of each row, each message, each blob with its name and metadata. Messages that are to appear later cannot be read: where that matters they are recorded when they are put on a queue.</summary>
internal static class StoredContent
{
    private const int MostMessages = 32;
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);

    public static async IAsyncEnumerable<Content> ReadAsync(string connectionString)
    {
        await foreach (var content in RowsAsync(new TableServiceClient(connectionString)))
            yield return content;
        await foreach (var content in MessagesAsync(new QueueServiceClient(connectionString)))
            yield return content;
        await foreach (var content in BlobsAsync(new BlobServiceClient(connectionString)))
            yield return content;
    }

    private static async IAsyncEnumerable<Content> RowsAsync(TableServiceClient service)
    {
        await foreach (var table in service.QueryAsync())
        {
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                foreach (var (name, value) in row)
                    yield return new($"table {table.Name}, row {row.PartitionKey}/{row.RowKey}, {name}", BytesOf(value));
            }
        }
    }

    private static async IAsyncEnumerable<Content> MessagesAsync(QueueServiceClient service)
    {
        await foreach (var queue in service.GetQueuesAsync())
        {
            var client = service.GetQueueClient(queue.Name);
            while (true)
            {
                // Not peeked: peeking shows the first ones only, however often.
                var messages = (await client.ReceiveMessagesAsync(MostMessages, Hidden)).Value;
                if (messages.Length == 0)
                    break;
                foreach (var message in messages)
                {
                    var text = message.Body.ToString();
                    yield return new(
                        $"queue {queue.Name}, message {message.MessageId}",
                        Encoding.UTF8.GetBytes($"{text}\n{Opened(text)}")
                    );
                }
            }
        }
    }

    private static async IAsyncEnumerable<Content> BlobsAsync(BlobServiceClient service)
    {
        await foreach (var container in service.GetBlobContainersAsync())
        {
            var client = service.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync())
            {
                var place = $"blob {container.Name}/{blob.Name}";
                var content = (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value;
                yield return new(
                    $"{place}, metadata",
                    Encoding.UTF8.GetBytes($"{blob.Name} {string.Join(' ', content.Details.Metadata)}")
                );
                yield return new(place, content.Content.ToArray());
            }
        }
    }

    private static byte[] BytesOf(object? value) =>
        value switch
        {
            byte[] bytes => bytes,
            BinaryData data => data.ToArray(),
            _ => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        };

    /// <summary>What a message of the Functions host's form holds.</summary>
    private static string Opened(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}
