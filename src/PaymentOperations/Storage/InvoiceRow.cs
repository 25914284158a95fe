using System.Collections.Frozen;
using System.Collections.ObjectModel;
using Azure;
using Azure.Data.Tables;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Storage;

/// <summary>What the ledger knows about one payment: its amount, its state when it was last read for an accept, and what is promised of it.</summary>
internal sealed record InvoiceRow
{
    private static readonly FrozenSet<string> Columns = FrozenSet.Create(
        StringComparer.Ordinal,
        "captured",
        "gatewayStatus",
        "reserved",
        "nextSeq",
        "events",
        "lastEventAt"
    );

    /// <summary>Authorized or captured amount; null while 2C2P has not been reached.</summary>
    public Money? Captured { get; init; }

    /// <summary>2C2P's status code when it was last read.</summary>
    public TransactionStatus? GatewayStatus { get; init; }

    /// <summary>The sum of all refunds that have not failed.</summary>
    public Money Reserved { get; init; }

    /// <summary>Place in the line of the next accepted operation.</summary>
    public int NextSeq { get; init; }

    /// <summary>How many events of the invoice there are.</summary>
    public int Events { get; init; }

    /// <summary>The moment in the newest event's id; later ids have later moments, whatever the clock of their writer says.</summary>
    public DateTimeOffset LastEventAt { get; init; }

    /// <summary>Version in storage; default for a row that does not exist yet.</summary>
    public ETag ETag { get; init; }

    /// <summary>Columns that this version does not know; they are written back as they are.</summary>
    public IReadOnlyDictionary<string, object> Unknown { get; init; } = ReadOnlyDictionary<string, object>.Empty;

    public bool Exists => ETag != default;

    public static InvoiceRow From(TableEntity entity) =>
        new()
        {
            Captured = entity.GetInt64("captured") is { } captured ? new Money(captured) : null,
            GatewayStatus = entity.GetString("gatewayStatus") is { } status ? new TransactionStatus(status) : null,
            Reserved = new Money(entity.GetInt64("reserved") ?? 0),
            NextSeq = entity.GetInt32("nextSeq") ?? 0,
            Events = entity.GetInt32("events") ?? 0,
            LastEventAt = entity.GetDateTimeOffset("lastEventAt") ?? default,
            ETag = entity.ETag,
            Unknown = UnknownColumns.Of(entity, Columns),
        };

    public TableTransactionAction ToAction(string partition)
    {
        var entity = new TableEntity(partition, TableKey.InvoiceRow)
        {
            ["captured"] = Captured?.MinorUnits,
            ["gatewayStatus"] = GatewayStatus?.Text,
            ["reserved"] = Reserved.MinorUnits,
            ["nextSeq"] = NextSeq,
            ["events"] = Events,
            ["lastEventAt"] = Events == 0 ? null : LastEventAt,
        };
        foreach (var (column, value) in Unknown)
            entity.TryAdd(column, value);
        return Exists
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, ETag)
            : new TableTransactionAction(TableTransactionActionType.Add, entity);
    }
}
