using Azure.Data.Tables;

namespace PaymentOperations.Storage;

/// <summary>The clients of the ledger's tables.</summary>
internal sealed class LedgerTables(TableServiceClient service)
{
    /// <summary>The ledger itself: the only authority.</summary>
    public TableClient Operations { get; } = service.GetTableClient("operations");

    /// <summary>Which operation an idempotency key made.</summary>
    public TableClient Keys { get; } = service.GetTableClient("keys");

    /// <summary>Hints: what is not final yet.</summary>
    public TableClient Outstanding { get; } = service.GetTableClient("outstanding");

    /// <summary>Hints, a partition for each merchant: operations by time, by what they are found, and pointers to events.</summary>
    public TableClient Index { get; } = service.GetTableClient("index");

    /// <summary>Verified messages that a runner has still to take into account.</summary>
    public TableClient Inbox { get; } = service.GetTableClient("inbox");

    /// <summary>Verified messages that fit no operation.</summary>
    public TableClient Quarantine { get; } = service.GetTableClient("quarantine");

    /// <summary>What a merchant's gateway was seen to take and to return.</summary>
    public TableClient Learned { get; } = service.GetTableClient("learned");

    /// <summary>Hints: what is to be delivered.</summary>
    public TableClient Deliveries { get; } = service.GetTableClient("deliveries");

    /// <summary>How far reconciliations are.</summary>
    public TableClient Reconciliations { get; } = service.GetTableClient("reconciliations");

    /// <summary>What merchants' days have used up of their caps.</summary>
    public TableClient Caps { get; } = service.GetTableClient("caps");
}
