using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using PaymentOperations.Storage;

namespace Sandbox.Hosting;

/// <summary>Makes the tables, queues and containers of blobs, as Bicep does in Azure: neither the app nor the Functions host creates any.</summary>
internal static class StorageSetup
{
    public static Task CreateAsync(string connectionString, CancellationToken cancellationToken) =>
        StorageLayout.CreateAsync(
            new TableServiceClient(connectionString),
            new QueueServiceClient(connectionString),
            new BlobServiceClient(connectionString),
            cancellationToken
        );
}
