using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace PaymentOperations.Storage;

/// <summary>How far an invoice's events were delivered (row <c>hooks</c>). Written by the worker that holds its lease, and by those who ask for events again.</summary>
internal sealed record DeliveryRow
{
    // A column holds 32,000 characters.
    private const int MostAgain = 4_000;

    /// <summary>The first event that was neither delivered nor given up.</summary>
    public int Next { get; init; } = 1;

    /// <summary>Earlier events that were asked for again, in order.</summary>
    public IReadOnlyList<int> Again { get; init; } = [];

    /// <summary>When they were asked for again.</summary>
    public DateTimeOffset? AgainSince { get; init; }

    /// <summary>Failed attempts at the event whose turn it is.</summary>
    public int Failures { get; init; }

    /// <summary>Not to be tried earlier; null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Until when one worker has it to itself.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    public ETag ETag { get; init; }

    /// <summary>The event whose turn it is.</summary>
    public int Head => Again is [var again, ..] ? again : Next;

    /// <summary>The row when the event whose turn it is needs no further attempt.</summary>
    public DeliveryRow Past() =>
        Again.Count > 0
            ? this with
            {
                Again = [.. Again.Skip(1)],
                AgainSince = Again.Count == 1 ? null : AgainSince,
                Failures = 0,
                NotBefore = null,
            }
            : this with
            {
                Next = Next + 1,
                Failures = 0,
                NotBefore = null,
            };

    /// <summary>The row after a failed attempt at the event whose turn it is.</summary>
    public DeliveryRow Failed(DateTimeOffset now, TimeSpan wait) => this with { Failures = Failures + 1, NotBefore = now + wait };

    /// <summary>The row when these events are due again, and whatever else is outstanding with them.</summary>
    public DeliveryRow AskedAgain(IEnumerable<int> orders, DateTimeOffset now) =>
        this with
        {
            Again = [.. Again.Concat(orders).Where(order => order < Next).Distinct().Order().Take(MostAgain)],
            AgainSince = now,
            Failures = 0,
            NotBefore = null,
        };

    public TableTransactionAction ToAction(string partition)
    {
        var entity = new TableEntity(partition, TableKey.DeliveryRow)
        {
            ["next"] = Next,
            ["again"] = JsonSerializer.Serialize(Again, EventRowJson.Default.IReadOnlyListInt32),
            ["againSince"] = AgainSince,
            ["failures"] = Failures,
            ["notBefore"] = NotBefore,
            ["leasedUntil"] = LeasedUntil,
        };
        return ETag == default
            ? new TableTransactionAction(TableTransactionActionType.Add, entity)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, ETag);
    }

    public static DeliveryRow From(TableEntity entity) =>
        new()
        {
            Next = entity.GetInt32("next")!.Value,
            Again = entity.GetString("again") is { } again
                ? JsonSerializer.Deserialize(again, EventRowJson.Default.IReadOnlyListInt32) ?? []
                : [],
            AgainSince = entity.GetDateTimeOffset("againSince"),
            Failures = entity.GetInt32("failures") ?? 0,
            NotBefore = entity.GetDateTimeOffset("notBefore"),
            LeasedUntil = entity.GetDateTimeOffset("leasedUntil"),
            ETag = entity.ETag,
        };
}
