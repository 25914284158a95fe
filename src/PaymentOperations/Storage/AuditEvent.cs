using Azure.Data.Tables;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>One line of the append-only audit trail (row <c>event-{id}-{nnnn}</c>).</summary>
internal sealed record AuditEvent
{
    public required OperationId OperationId { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public OperationStatus? From { get; init; }
    public required OperationStatus To { get; init; }
    public required string By { get; init; }

    /// <summary>The row of the transition table.</summary>
    public required string Rule { get; init; }

    public required string Note { get; init; }
    public int Attempt { get; init; }
    public string? TraceParent { get; init; }
    public string? Evidence { get; init; }

    public TableTransactionAction ToAction(string partition) =>
        new(
            TableTransactionActionType.Add,
            new TableEntity(partition, TableKey.Event(OperationId, Number))
            {
                ["at"] = At,
                ["from"] = From?.ToString(),
                ["to"] = To.ToString(),
                ["by"] = By,
                ["rule"] = Rule,
                ["note"] = Note,
                ["attempt"] = Attempt,
                ["traceParent"] = TraceParent,
                ["evidence"] = Evidence,
            }
        );

    public HistoryEntry ToHistory() => new(At, From, To, By, Note);

    public static HistoryEntry ToHistory(TableEntity entity) =>
        new(
            entity.GetDateTimeOffset("at")!.Value,
            entity.GetString("from") is { } from ? Enum.Parse<OperationStatus>(from) : null,
            Enum.Parse<OperationStatus>(entity.GetString("to")),
            entity.GetString("by"),
            entity.GetString("note")
        );
}
