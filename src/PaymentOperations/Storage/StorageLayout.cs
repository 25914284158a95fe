using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace PaymentOperations.Storage;

/// <summary>
/// The tables and queues that the ledger needs. In Azure, Bicep makes them; on a laptop, the sandbox and the tests do. The app itself never creates any.
/// </summary>
public static class StorageLayout
{
    /// <summary>Queue of refunds.</summary>
    public const string RefundsQueue = "refunds";

    /// <summary>Queue of settlements and voids.</summary>
    public const string SettlementsQueue = "settlements";

    /// <summary>Queue of deliveries to merchants' webhooks.</summary>
    public const string WebhooksQueue = "webhooks";

    /// <summary>Where messages of <see cref="WebhooksQueue"/> go that were given up.</summary>
    public const string WebhooksPoison = $"{WebhooksQueue}-poison";

    /// <summary>All tables.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    ["operations", "keys", "outstanding", "byday", "inbox", "quarantine", "learned", "events", "deliveries", "lookup"];

    /// <summary>The queues to which the Functions host moves messages that could not be handled.</summary>
    public static IReadOnlyList<string> PoisonQueues { get; } =
    [$"{RefundsQueue}-poison", $"{SettlementsQueue}-poison", WebhooksPoison];

    /// <summary>All queues, poison queues included.</summary>
    public static IReadOnlyList<string> Queues { get; } = [RefundsQueue, SettlementsQueue, WebhooksQueue, .. PoisonQueues];

    /// <summary>Creates what is missing.</summary>
    public static async Task CreateAsync(
        TableServiceClient tables,
        QueueServiceClient queues,
        CancellationToken cancellationToken = default
    )
    {
        foreach (var table in Tables)
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);

        foreach (var queue in Queues)
            await queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }
}
