using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace EndToEnd.Tests.Worlds;

/// <summary>Looks into the storage behind the app, as an auditor would.</summary>
public sealed class StorageView(string connectionString)
{
    private const int MostMessagesToPeek = 32;

    private readonly TableServiceClient tables = new(connectionString);
    private readonly QueueServiceClient queues = new(
        connectionString,
        new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }
    );

    /// <summary>The rows of a table that fit a filter.</summary>
    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string table, string filter)
    {
        List<TableEntity> rows = [];
        await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>(filter))
            rows.Add(row);

        return rows;
    }

    /// <summary>The verified callbacks and late answers of an operation.</summary>
    public Task<IReadOnlyList<TableEntity>> InboxAsync(string operationId) =>
        RowsAsync("inbox", TableClient.CreateQueryFilter($"PartitionKey eq {operationId}"));

    /// <summary>Verified callbacks that claimed to be for this operation and fitted none.</summary>
    public Task<IReadOnlyList<TableEntity>> QuarantineAsync(string operationId) =>
        RowsAsync("quarantine", TableClient.CreateQueryFilter($"claimedOperationId eq {operationId}"));

    /// <summary>Puts a message on a queue, as the host or a stranger does.</summary>
    public Task EnqueueAsync(string queue, string text) => queues.GetQueueClient(queue).SendMessageAsync(text);

    /// <summary>Where any of these texts stands in a table or a queue.</summary>
    public async Task<IReadOnlyList<string>> TracesOfAsync(params IReadOnlyList<string> texts)
    {
        List<string> found = [];
        await foreach (var table in tables.QueryAsync())
        {
            foreach (var row in await RowsAsync(table.Name, ""))
                found.AddRange(Traces($"{table.Name}/{row.PartitionKey}/{row.RowKey}", TextOf(row), texts));
        }

        await foreach (var queue in queues.GetQueuesAsync())
        {
            var messages = await queues.GetQueueClient(queue.Name).PeekMessagesAsync(MostMessagesToPeek);
            foreach (var message in messages.Value)
                found.AddRange(Traces($"{queue.Name}/{message.MessageId}", message.Body.ToString(), texts));
        }

        return found;
    }

    private static IEnumerable<string> Traces(string place, string content, IReadOnlyList<string> texts) =>
        texts.Where(text => content.Contains(text, StringComparison.Ordinal)).Select(text => $"{place}: {text}");

    private static string TextOf(TableEntity row) => string.Join('\n', row.Select(property => TextOf(property.Value)));

    private static string TextOf(object? value) =>
        value switch
        {
            byte[] bytes => Encoding.UTF8.GetString(bytes),
            BinaryData data => Encoding.UTF8.GetString(data.ToArray()),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
