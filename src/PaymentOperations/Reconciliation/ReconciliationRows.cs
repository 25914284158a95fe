using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>
/// The table <c>reconciliations</c>: per merchant and day one partition with the run (<c>run</c>), the slices of its report (<c>slice-</c>) and the payments that were looked at (<c>seen-</c>). A slice is committed
/// in one transaction, so that whatever dies, it is either in with everything that goes with it or not at all.
/// </summary>
internal sealed class ReconciliationRows(LedgerTables tables)
{
    private const int MostOfTransaction = 100;
    private const string SeenPrefix = "seen-";
    private const string SlicePrefix = "slice-";

    public async Task<ReconciliationRow?> FindAsync(MerchantId merchantId, DateOnly date, CancellationToken cancellationToken)
    {
        var row = await tables.Reconciliations.GetEntityIfExistsAsync<TableEntity>(
            ReconciliationRow.PartitionOf(merchantId, date),
            ReconciliationRow.RowKey,
            cancellationToken: cancellationToken
        );
        return row is { HasValue: true, Value: { } entity } ? ReconciliationRow.From(merchantId, date, entity) : null;
    }

    /// <summary>Writes the run alone. Null when somebody else wrote it since.</summary>
    public Task<ReconciliationRow?> TryWriteAsync(ReconciliationRow row, CancellationToken cancellationToken) =>
        TryCommitAsync(row, [], cancellationToken);

    /// <summary>Commits a slice: how far the run is, the slice's part of the report, and the payments that were looked at. Null when somebody else was faster.</summary>
    public Task<ReconciliationRow?> TryCommitSliceAsync(
        ReconciliationRow next,
        string? blockId,
        IEnumerable<InvoiceNo> invoices,
        CancellationToken cancellationToken
    )
    {
        List<TableEntity> beside = [.. invoices.Select(invoiceNo => new TableEntity(next.Partition, SeenKey(next, invoiceNo)))];
        if (blockId is not null)
            beside.Add(new TableEntity(next.Partition, SliceKey(next)) { ["block"] = blockId });
        return TryCommitAsync(next, beside, cancellationToken);
    }

    /// <summary>Whether an earlier slice looked at this payment.</summary>
    public async Task<bool> IsSeenAsync(ReconciliationRow row, InvoiceNo invoiceNo, CancellationToken cancellationToken) =>
        (
            await tables.Reconciliations.GetEntityIfExistsAsync<TableEntity>(
                row.Partition,
                SeenKey(row, invoiceNo),
                ["RowKey"],
                cancellationToken
            )
        ).HasValue;

    /// <summary>The blocks of the report, in order.</summary>
    public async Task<IReadOnlyList<string>> ReadBlocksAsync(ReconciliationRow row, CancellationToken cancellationToken)
    {
        List<string> blocks = [];
        var prefix = SlicesOf(row);
        var rows = tables.Reconciliations.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {row.Partition} and RowKey ge {prefix} and RowKey lt {prefix + "~"}"),
            cancellationToken: cancellationToken
        );
        await foreach (var slice in rows)
            blocks.Add(slice.GetString("block"));
        return blocks;
    }

    /// <summary>Deletes what only the making of this report, and of earlier ones of the day, needed.</summary>
    public async Task ClearAsync(ReconciliationRow row, CancellationToken cancellationToken)
    {
        foreach (var kind in new[] { SeenPrefix, SlicePrefix })
        {
            var end = string.Create(CultureInfo.InvariantCulture, $"{kind}{row.Number + 1:D4}");
            var rows = tables.Reconciliations.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {row.Partition} and RowKey ge {kind} and RowKey lt {end}"),
                maxPerPage: MostOfTransaction,
                select: ["PartitionKey", "RowKey"],
                cancellationToken
            );
            await foreach (var page in rows.AsPages())
            {
                if (page.Values.Count > 0)
                    await DeleteAsync(page.Values, cancellationToken);
            }
        }
    }

    private async Task DeleteAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Reconciliations.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)),
                cancellationToken
            );
        }
        catch (TableTransactionFailedException exception) when (exception.Status == (int)HttpStatusCode.NotFound)
        {
            // Another worker deletes the same; what is left is deleted by whoever comes next.
        }
    }

    private async Task<ReconciliationRow?> TryCommitAsync(
        ReconciliationRow row,
        IEnumerable<TableEntity> beside,
        CancellationToken cancellationToken
    )
    {
        var next = row with { WriteId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) };
        TableTransactionAction[] actions =
        [
            row.ETag == default
                ? new(TableTransactionActionType.Add, next.ToEntity())
                : new(TableTransactionActionType.UpdateReplace, next.ToEntity(), row.ETag),
            .. beside.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)),
        ];
        try
        {
            var responses = await tables.Reconciliations.SubmitTransactionAsync(actions, cancellationToken);
            return next with { ETag = responses.Value[0].Headers.ETag!.Value };
        }
        catch (TableTransactionFailedException exception)
            when (exception.Status is (int)HttpStatusCode.Conflict or (int)HttpStatusCode.PreconditionFailed)
        {
            // Somebody else, or the SDK met its own first try: the row tells.
            var found = await FindAsync(row.MerchantId, row.Date, cancellationToken);
            return found?.WriteId == next.WriteId ? found : null;
        }
    }

    private static string SlicesOf(ReconciliationRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{SlicePrefix}{row.Number:D4}-");

    // The slice that is committed is the one before the row's next.
    private static string SliceKey(ReconciliationRow next) =>
        string.Create(CultureInfo.InvariantCulture, $"{SlicesOf(next)}{next.Slice - 1:D8}");

    private static string SeenKey(ReconciliationRow row, InvoiceNo invoiceNo) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{SeenPrefix}{row.Number:D4}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(invoiceNo.Text)))}"
        );
}
