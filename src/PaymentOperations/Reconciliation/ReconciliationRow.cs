using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>How far a reconciliation is. Everything that a worker needs to go on is in it and in the rows beside it; it changes only against the version that was read.</summary>
internal sealed record ReconciliationRow
{
    public const string RowKey = "run";

    public required MerchantId MerchantId { get; init; }
    public required DateOnly Date { get; init; }

    /// <summary>Which reconciliation of the day; names its rows and its blob.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When it last went on.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>One that has come no further for so long does not come to its end; whoever starts the day anew begins another.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromHours(6);

    /// <summary>Where the next slice begins; null: everything was looked at, the report is to be put together.</summary>
    public Position? Next { get; init; } = Position.Start;

    /// <summary>Number of the next slice.</summary>
    public int Slice { get; init; }

    public int Invoices { get; init; }
    public IReadOnlyList<FindingCount> Findings { get; init; } = FindingCounts.None;

    /// <summary>Since when 2C2P has given no answer; null after one.</summary>
    public DateTimeOffset? SilentSince { get; init; }

    public string? ClaimToken { get; init; }
    public DateTimeOffset? ClaimUntil { get; init; }

    /// <summary>Names the write that made this version, so that an ambiguous storage answer can be settled by reading.</summary>
    public string WriteId { get; init; } = "";

    /// <summary>Whether the rows beside it, which only the making needed, are gone.</summary>
    public bool IsCleared { get; init; }

    public ETag ETag { get; init; }

    public bool IsFinished => FinishedAt is not null;

    public string Partition => PartitionOf(MerchantId, Date);

    /// <summary>The report's name in its container.</summary>
    public string BlobName => BlobNameOf(MerchantId, Date, Number);

    public static string BlobNameOf(MerchantId merchantId, DateOnly date, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{merchantId}/{date:yyyy-MM-dd}/{number:D4}.jsonl");

    public static string PartitionOf(MerchantId merchantId, DateOnly date) => $"{merchantId}|{Scope.NameOf(date)}";

    public ReconciliationRun ToRun() =>
        new()
        {
            MerchantId = MerchantId,
            Date = Date,
            Number = Number,
            State = IsFinished ? ReconciliationState.Finished : ReconciliationState.Running,
            StartedAt = StartedAt,
            FinishedAt = FinishedAt,
            Invoices = Invoices,
            Findings = Findings,
        };

    public static ReconciliationRow From(MerchantId merchantId, DateOnly date, TableEntity entity) =>
        new()
        {
            MerchantId = merchantId,
            Date = date,
            Number = entity.GetInt32("number")!.Value,
            StartedAt = entity.GetDateTimeOffset("startedAt")!.Value,
            FinishedAt = entity.GetDateTimeOffset("finishedAt"),
            UpdatedAt = entity.GetDateTimeOffset("updatedAt")!.Value,
            Next = entity.GetInt32("source") is { } source ? new Position(source, entity.GetString("after") ?? "") : null,
            Slice = entity.GetInt32("slice")!.Value,
            Invoices = entity.GetInt32("invoices")!.Value,
            Findings =
            [
                .. JsonSerializer
                    .Deserialize(entity.GetString("findings"), ReconciliationJson.Default.IReadOnlyListStoredCount)!
                    .Select(count => count.ToCount()),
            ],
            SilentSince = entity.GetDateTimeOffset("silentSince"),
            ClaimToken = entity.GetString("claimToken"),
            ClaimUntil = entity.GetDateTimeOffset("claimUntil"),
            WriteId = entity.GetString("writeId") ?? "",
            IsCleared = entity.GetBoolean("cleared") ?? false,
            ETag = entity.ETag,
        };

    public TableEntity ToEntity() =>
        new(Partition, RowKey)
        {
            ["number"] = Number,
            ["startedAt"] = StartedAt,
            ["finishedAt"] = FinishedAt,
            ["updatedAt"] = UpdatedAt,
            ["source"] = Next?.Source,
            ["after"] = Next?.After,
            ["slice"] = Slice,
            ["invoices"] = Invoices,
            ["findings"] = JsonSerializer.Serialize<IReadOnlyList<StoredCount>>(
                [.. Findings.Select(StoredCount.Of)],
                ReconciliationJson.Default.IReadOnlyListStoredCount
            ),
            ["silentSince"] = SilentSince,
            ["claimToken"] = ClaimToken,
            ["claimUntil"] = ClaimUntil,
            ["writeId"] = WriteId,
            ["cleared"] = IsCleared,
        };
}
