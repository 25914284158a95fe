using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace PaymentOperations.Storage;

/// <summary>
/// The tables, queues and containers of blobs that the ledger and its reports need. In Azure, Bicep makes them; on a laptop, the sandbox and the tests do. The app itself never creates any.
/// </summary>
public static class StorageLayout
{
    /// <summary>Queue of refunds.</summary>
    public const string RefundsQueue = "refunds";

    /// <summary>Queue of settlements and voids.</summary>
    public const string SettlementsQueue = "settlements";

    /// <summary>Queue of deliveries to merchants' webhooks.</summary>
    public const string WebhooksQueue = "webhooks";

    /// <summary>Queue of reconciliations' slices.</summary>
    public const string ReconciliationsQueue = "reconciliations";

    /// <summary>Container of reconciliations' reports.</summary>
    public const string ReconciliationsContainer = "reconciliations";

    /// <summary>All containers of blobs, but the one that the app itself is deployed from.</summary>
    public static IReadOnlyList<string> Containers { get; } = [ReconciliationsContainer];

    /// <summary>Where messages of <see cref="WebhooksQueue"/> go that were given up.</summary>
    public const string WebhooksPoison = $"{WebhooksQueue}-poison";

    /// <summary>Where messages of <see cref="ReconciliationsQueue"/> go that were given up.</summary>
    public const string ReconciliationsPoison = $"{ReconciliationsQueue}-poison";

    /// <summary>All tables.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    ["operations", "keys", "outstanding", "index", "inbox", "quarantine", "learned", "deliveries", "reconciliations", "caps"];

    /// <summary>The queues to which the Functions host moves messages that could not be handled.</summary>
    public static IReadOnlyList<string> PoisonQueues { get; } =
    [$"{RefundsQueue}-poison", $"{SettlementsQueue}-poison", WebhooksPoison, ReconciliationsPoison];

    /// <summary>All queues, poison queues included.</summary>
    public static IReadOnlyList<string> Queues { get; } =
    [RefundsQueue, SettlementsQueue, WebhooksQueue, ReconciliationsQueue, .. PoisonQueues];

    /// <summary>Creates what is missing.</summary>
    public static async Task CreateAsync(
        TableServiceClient tables,
        QueueServiceClient queues,
        BlobServiceClient blobs,
        CancellationToken cancellationToken = default
    )
    {
        foreach (var table in Tables)
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);

        foreach (var queue in Queues)
            await queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);

        foreach (var container in Containers)
            await blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }
}
