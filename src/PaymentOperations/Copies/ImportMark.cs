using Azure;
using Azure.Data.Tables;

namespace PaymentOperations.Copies;

/// <summary>The row that says which copy a ledger was put back from, and how far that is. It stands in the table <c>learned</c>, in a partition that no merchant can have.</summary>
internal sealed record ImportMark
{
    public const string Partition = "=ledger";
    private const string Row = "restored";

    public required string Copy { get; init; }

    /// <summary>Of the copy's manifest.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was begun: nothing was sent by the app after this moment.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many chunks are in.</summary>
    public int Chunks { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public ETag ETag { get; init; }

    public static async Task<ImportMark?> FindAsync(TableClient learned, CancellationToken cancellationToken)
    {
        var row = await learned.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        return row is { HasValue: true, Value: { } entity }
            ? new ImportMark
            {
                Copy = entity.GetString("copy"),
                Sha256 = entity.GetString("sha256"),
                At = entity.GetDateTimeOffset("since")!.Value,
                Chunks = entity.GetInt32("chunks") ?? 0,
                FinishedAt = entity.GetDateTimeOffset("finishedAt"),
                ETag = entity.ETag,
            }
            : null;
    }

    /// <summary>Writes it; fails where another import did since it was read.</summary>
    public async Task<ImportMark> WriteAsync(TableClient learned, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(Partition, Row)
        {
            ["copy"] = Copy,
            ["sha256"] = Sha256,
            ["since"] = At,
            ["chunks"] = Chunks,
            ["finishedAt"] = FinishedAt,
        };
        var response =
            ETag == default
                ? await learned.AddEntityAsync(entity, cancellationToken)
                : await learned.UpdateEntityAsync(entity, ETag, TableUpdateMode.Replace, cancellationToken);
        return this with { ETag = response.Headers.ETag!.Value };
    }
}
