using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace PaymentOperations.Tests.Support;

/// <summary>Clients of a storage account that let a test see every request, and keep the pointers that were put on queues.</summary>
internal sealed class TappedStorage(string connection)
{
    private readonly List<SentPointer> _pointers = [];

    /// <summary>Around the SDK's retries: an exception here is the process dying.</summary>
    public StorageTap Calls { get; } = new();

    /// <summary>Inside the SDK's retries: an exception here is the network's.</summary>
    public StorageTap Wire { get; } = new();

    /// <summary>Called with every message that is on a queue.</summary>
    public Action<Request> Queued { get; set; } = _ => { };

    public IReadOnlyList<SentPointer> Pointers
    {
        get
        {
            lock (_pointers)
                return [.. _pointers];
        }
    }

    public TableServiceClient NewTables()
    {
        var options = new TableClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxRetries = 2 } };
        AddTaps(options);
        return new TableServiceClient(connection, options);
    }

    public QueueServiceClient NewQueues()
    {
        var options = new QueueClientOptions
        {
            MessageEncoding = QueueMessageEncoding.Base64,
            Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxRetries = 2 },
        };
        AddTaps(options);
        options.AddPolicy(new StorageTap { After = Record }, HttpPipelinePosition.PerCall);
        return new QueueServiceClient(connection, options);
    }

    public BlobServiceClient NewBlobs()
    {
        var options = new BlobClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxRetries = 2 } };
        AddTaps(options);
        return new BlobServiceClient(connection, options);
    }

    private void AddTaps(ClientOptions options)
    {
        options.AddPolicy(Calls, HttpPipelinePosition.PerCall);
        options.AddPolicy(Wire, HttpPipelinePosition.PerRetry);
    }

    private void Record(Request request)
    {
        Queued(request);
        if (request.Pointer() is not { } pointer)
            return;

        lock (_pointers)
            _pointers.Add(pointer);
    }
}
