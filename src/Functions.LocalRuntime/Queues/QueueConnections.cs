using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace LocalFunctions.Queues;

/// <summary>
/// The storage account behind a trigger's Connection (default <c>AzureWebJobsStorage</c>): a connection string, or
/// <c>{Connection}__queueServiceUri</c> with the default Azure credential.
/// </summary>
internal sealed class QueueConnections(IConfiguration settings)
{
    private const string Default = "AzureWebJobsStorage";

    public QueueServiceClient Open(string? connection)
    {
        var name = connection ?? Default;
        // The message text is read as it is: what cannot be decoded still has to be moved to the poison queue.
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        if (settings[name] is { Length: > 0 } text)
            return new QueueServiceClient(text, options);
        return settings[$"{name}:queueServiceUri"] is { Length: > 0 } uri
            ? new QueueServiceClient(new Uri(uri), new DefaultAzureCredential(), options)
            : throw new InvalidOperationException(
                $"Queue functions need a storage account: set '{name}' to a connection string or '{name}__queueServiceUri' to an address."
            );
    }
}
