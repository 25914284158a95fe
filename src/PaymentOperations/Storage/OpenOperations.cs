using System.Net;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>
/// The hints of what is open (<c>outstanding</c>) and of what was accepted when (<c>index</c>). Never an authority; the sweep repairs them.
/// </summary>
internal sealed partial class OpenOperations(LedgerTables tables, MerchantIndex index)
{
    /// <summary>Notes that an operation is about to be, or is, open (A3). Leaves an existing row alone.</summary>
    public async Task AddAsync(OperationHint hint, DateTimeOffset nextCheckAt, CancellationToken cancellationToken)
    {
        await AddIfMissingAsync(tables.Outstanding, Outstanding(hint, nextCheckAt), cancellationToken);
    }

    /// <summary>The row of the index that names a new operation (A3).</summary>
    public static TableEntity IndexRowOf(OperationHint hint)
    {
        var row = IndexEntity(hint);
        row["status"] = nameof(OperationStatus.Accepted);
        return row;
    }

    /// <summary>
    /// Copies the ledger's truth to the hints (R7). An operation leaves <c>outstanding</c> when it is final and the watch after its end has passed; until then the row says when to look next. Whoever writes last is right or
    /// not: a worker that stood still between its commit and this may say of a review what was true before another one's commit, and the gauge is one off until the next look, at <paramref name="nextCheckAt"/>.
    /// </summary>
    public async Task FollowAsync(OperationRow row, DateTimeOffset nextCheckAt, CancellationToken cancellationToken)
    {
        // The index knows the end before the row that would lead the sweep here once more is put off, or gone.
        if (row.IsFinal)
            await UpdateIndexAsync(row, cancellationToken);

        if (Leaves(row))
            await LeaveAsync(row, cancellationToken);
        else
            await tables.Outstanding.UpsertEntityAsync(
                Outstanding(OperationHint.Of(row), nextCheckAt),
                TableUpdateMode.Merge,
                cancellationToken
            );
    }

    /// <summary>Counts one more message that was given up since a run last came to something, and makes the operation due. 0 when nothing is waited for any more.</summary>
    public async Task<int> NoteFailureAsync(
        MerchantId merchantId,
        OperationId id,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var row = await tables.Outstanding.GetEntityIfExistsAsync<TableEntity>(
                TableKey.Outstanding(id, merchantId),
                id.ToString(),
                ["PartitionKey", "RowKey", "runFailures"],
                cancellationToken
            );
            if (row is not { HasValue: true, Value: { } open })
                return 0;

            var failures = (open.GetInt32("runFailures") ?? 0) + 1;
            var change = new TableEntity(open.PartitionKey, open.RowKey) { ["runFailures"] = failures, ["nextCheckAt"] = now };
            if (await TryMergeAsync(change, open.ETag, cancellationToken))
                return failures;
        }
    }

    /// <summary>Something arrives for an operation. Where nothing was waited for any more, it is put back first: no sweep would find what arrived if its pointer were lost.</summary>
    public Task ExpectAsync(OperationRow row, DateTimeOffset nextCheckAt, CancellationToken cancellationToken) =>
        Leaves(row) ? AddAsync(OperationHint.Of(row), nextCheckAt, cancellationToken) : Task.CompletedTask;

    /// <summary>Whether nothing more is waited for: final, watched, and no person's.</summary>
    public static bool Leaves(OperationRow row) => row is { IsFinal: true, WatchedAt: not null, NeedsReview: false };

    /// <summary>
    /// Whether a hint knows an operation that was never sent as more advanced than the ledger does. Hints are written after the ledger, so that a ledger behind them is an older copy of itself.
    /// </summary>
    public async Task<bool> IsFurtherAsync(OperationRow row, CancellationToken cancellationToken)
    {
        var hints = await Task.WhenAll(
            Places(row.MerchantId, row.Id).Select(place => FindAsync(place, ["status"], cancellationToken))
        );
        return hints.Any(hint => hint is not null && IsFurther(hint));
    }

    /// <summary>Whether a hint says that its operation was more than accepted once.</summary>
    public static bool IsFurther(TableEntity hint) =>
        hint.GetString("status") is { } status && status != nameof(OperationStatus.Accepted);

    /// <summary>The invoice of an operation, from whichever hint still has it.</summary>
    public async Task<InvoiceNo?> FindInvoiceAsync(MerchantId merchantId, OperationId id, CancellationToken cancellationToken)
    {
        // Both hold only the merchant's own operations: another merchant's id is not found.
        foreach (var place in Places(merchantId, id))
        {
            var hint = await FindAsync(place, select: null, cancellationToken);
            if (InvoiceNo.TryParse(hint?.GetString("invoiceNo"), out var found, out _))
                return found;
        }

        return null;
    }

    /// <summary>Puts a hint back that was lost.</summary>
    public async Task RestoreAsync(OperationRow row, DateTimeOffset nextCheckAt, CancellationToken cancellationToken)
    {
        await AddAsync(OperationHint.Of(row), nextCheckAt, cancellationToken);
        await index.WriteAsync([IndexRowOf(OperationHint.Of(row))], cancellationToken);
    }

    /// <summary>Writes the row of the index anew that names an operation.</summary>
    public Task IndexAsync(OperationRow row, CancellationToken cancellationToken) =>
        row.IsFinal
            ? UpdateIndexAsync(row, cancellationToken)
            : index.WriteAsync([IndexRowOf(OperationHint.Of(row))], cancellationToken);

    /// <summary>Operations that were accepted since a moment and that no final state was noted for: their rows of the index.</summary>
    public AsyncPageable<TableEntity> NotFinal(MerchantId merchantId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (from, end) = (IndexKey.Operations + OperationId.Floor(since), $"{IndexKey.Operations}{OperationId.End}");
        return tables.Index.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {merchantId.Text} and RowKey ge {from} and RowKey lt {end} and status eq {nameof(OperationStatus.Accepted)}"
            ),
            cancellationToken: cancellationToken
        );
    }

    /// <summary>Whether an operation is among what is outstanding.</summary>
    public async Task<bool> IsOutstandingAsync(MerchantId merchantId, OperationId id, CancellationToken cancellationToken) =>
        (
            await tables.Outstanding.GetEntityIfExistsAsync<TableEntity>(
                TableKey.Outstanding(id, merchantId),
                id.ToString(),
                ["RowKey"],
                cancellationToken
            )
        ).HasValue;

    /// <summary>Rows that no sweep would find, because nothing says when to look at them; they are made due.</summary>
    public async Task<int> MakeDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var repaired = 0;
        var rows = tables.Outstanding.QueryAsync<TableEntity>(
            select: ["PartitionKey", "RowKey", "nextCheckAt"],
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
        {
            if (row.GetDateTimeOffset("nextCheckAt") is null && await TryPutOffAsync(row, now, cancellationToken))
                repaired++;
        }
        return repaired;
    }

    /// <summary>Forgets an operation that never came to be (T2).</summary>
    public async Task ForgetAsync(OperationId id, MerchantId merchantId, CancellationToken cancellationToken)
    {
        await tables.Index.DeleteEntityAsync(merchantId.Text, IndexKey.Operation(id), cancellationToken: cancellationToken);
        await RemoveAsync(id, merchantId, cancellationToken);
    }

    /// <summary>The due rows of one shard, all merchants.</summary>
    public AsyncPageable<TableEntity> Due(int shard, DateTimeOffset now, CancellationToken cancellationToken) =>
        tables.Outstanding.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey ge {TableKey.ShardPrefix(shard)} and PartitionKey lt {TableKey.ShardEnd(shard)} and nextCheckAt le {now}"
            ),
            cancellationToken: cancellationToken
        );

    /// <summary>
    /// Everything open that is not 2C2P's to decide, or waits for a person; all merchants, a few columns each. The table holds open operations only, and it is read through anyway to find what is due.
    /// </summary>
    public async IAsyncEnumerable<(OperationId Id, bool NeedsReview)> NotPending(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var rows = tables.Outstanding.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"(status ne {nameof(OperationStatus.Pending)} and status ne {nameof(OperationStatus.Succeeded)} and status ne {nameof(OperationStatus.Failed)}) or needsReview eq {true}"
            ),
            select: ["RowKey", "needsReview"],
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
            yield return (OperationId.Parse(row.RowKey), row.GetBoolean("needsReview") == true);
    }

    /// <summary>Puts the next look off; false when another instance did it already.</summary>
    public async Task<bool> TryPutOffAsync(TableEntity row, DateTimeOffset nextCheckAt, CancellationToken cancellationToken)
    {
        var change = new TableEntity(row.PartitionKey, row.RowKey) { ["nextCheckAt"] = nextCheckAt };
        return await TryMergeAsync(change, row.ETag, cancellationToken);
    }

    private async Task<bool> TryMergeAsync(TableEntity change, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Outstanding.UpdateEntityAsync(change, version, TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception)
            when (exception.Status is (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private Task UpdateIndexAsync(OperationRow row, CancellationToken cancellationToken)
    {
        var ended = IndexEntity(OperationHint.Of(row));
        ended["status"] = row.Status.ToString();
        return tables.Index.UpsertEntityAsync(ended, TableUpdateMode.Merge, cancellationToken);
    }

    // Where an operation's hints stand; the index is first, since it keeps them.
    private (TableClient Table, string Partition, string Row)[] Places(MerchantId merchantId, OperationId id) =>
        [
            (tables.Index, merchantId.Text, IndexKey.Operation(id)),
            (tables.Outstanding, TableKey.Outstanding(id, merchantId), id.ToString()),
        ];

    private static async Task<TableEntity?> FindAsync(
        (TableClient Table, string Partition, string Row) place,
        IEnumerable<string>? select,
        CancellationToken cancellationToken
    )
    {
        var row = await place.Table.GetEntityIfExistsAsync<TableEntity>(place.Partition, place.Row, select, cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private Task RemoveAsync(OperationId id, MerchantId merchantId, CancellationToken cancellationToken) =>
        tables.Outstanding.DeleteEntityAsync(
            TableKey.Outstanding(id, merchantId),
            id.ToString(),
            cancellationToken: cancellationToken
        );

    private static TableEntity Outstanding(OperationHint hint, DateTimeOffset nextCheckAt)
    {
        var row = Entity(TableKey.Outstanding(hint.Id, hint.MerchantId), hint.Id.ToString(), hint);
        row["nextCheckAt"] = nextCheckAt;
        row["status"] = hint.Status.ToString();
        row["needsReview"] = hint.NeedsReview;
        row["runFailures"] = 0;
        return row;
    }

    private static TableEntity IndexEntity(OperationHint hint) => Entity(hint.MerchantId.Text, IndexKey.Operation(hint.Id), hint);

    private static TableEntity Entity(string partition, string row, OperationHint hint) =>
        new(partition, row)
        {
            ["merchantId"] = hint.MerchantId.Text,
            ["invoiceNo"] = hint.InvoiceNo.Text,
            ["kind"] = hint.Kind.ToString(),
            ["amount"] = hint.Amount?.MinorUnits,
        };

    private static async Task AddIfMissingAsync(TableClient table, TableEntity entity, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(entity, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.Conflict)
        {
            // It is there: a parallel repeat of the same request, or the SDK's own first try. Either is as good.
        }
    }
}
