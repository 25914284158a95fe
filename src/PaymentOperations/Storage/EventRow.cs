using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>An event in the ledger (row <c>happened-{order}</c>), written with the change that it tells of, and what came of its delivery.</summary>
internal sealed record EventRow
{
    public required PaymentEvent Event { get; init; }

    /// <summary>The last attempts to deliver it, oldest first.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts { get; init; } = [];

    /// <summary>When a receiver took it, for the last time.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When it was given up; null while it is not, and after it was delivered all the same.</summary>
    public DateTimeOffset? UndeliveredAt { get; init; }

    public ETag ETag { get; init; }

    public TableTransactionAction ToAction(string partition)
    {
        var told = Event;
        return new(
            TableTransactionActionType.Add,
            new TableEntity(partition, TableKey.Happened(told.Order))
            {
                ["eventId"] = told.Id.ToString(),
                ["type"] = told.Type.Text,
                ["at"] = told.At,
                ["order"] = told.Order,
                ["operationId"] = told.Operation.Id.ToString(),
                ["operation"] = JsonSerializer.Serialize(ToldOperation.Of(told.Operation), EventRowJson.Default.ToldOperation),
                ["metadata"] = MetadataJson.Write(told.Operation.Metadata),
            }
        );
    }

    /// <summary>Writes what came of its delivery; the event itself never changes.</summary>
    public TableTransactionAction ToDeliveryAction(string partition) =>
        new(
            TableTransactionActionType.UpdateMerge,
            new TableEntity(partition, TableKey.Happened(Event.Order))
            {
                ["attempts"] = JsonSerializer.Serialize(Attempts, EventRowJson.Default.IReadOnlyListDeliveryAttempt),
                ["deliveredAt"] = DeliveredAt,
                ["undelivered"] = UndeliveredAt is not null,
                ["undeliveredAt"] = UndeliveredAt,
            },
            ETag.All
        );

    public static EventRow From(TableEntity entity) =>
        new()
        {
            Event = new PaymentEvent
            {
                Id = PaymentEventId.Parse(entity.GetString("eventId")),
                Type = new EventType(entity.GetString("type")),
                At = entity.GetDateTimeOffset("at")!.Value,
                Order = entity.GetInt32("order")!.Value,
                Operation = JsonSerializer
                    .Deserialize(entity.GetString("operation"), EventRowJson.Default.ToldOperation)!
                    .ToOperation() with
                {
                    Metadata = MetadataJson.Read(entity.GetString("metadata")),
                },
            },
            Attempts = entity.GetString("attempts") is { } attempts
                ? JsonSerializer.Deserialize(attempts, EventRowJson.Default.IReadOnlyListDeliveryAttempt) ?? []
                : [],
            DeliveredAt = entity.GetDateTimeOffset("deliveredAt"),
            UndeliveredAt = entity.GetBoolean("undelivered") == true ? entity.GetDateTimeOffset("undeliveredAt") : null,
            ETag = entity.ETag,
        };
}
