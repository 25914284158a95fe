using System.Net;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>
/// The hints <c>outstanding</c> and <c>byday</c>: what is open, and what was accepted on a day. Never an authority; the sweep repairs them.
/// </summary>
internal sealed class OpenOperations(LedgerTables tables)
{
    /// <summary>Notes that an operation is about to be, or is, open (A3). Leaves an existing row alone.</summary>
    public async Task AddAsync(OperationHint hint, DateTimeOffset nextCheckAt, CancellationToken cancellationToken)
    {
        var outstanding = Outstanding(hint, nextCheckAt);
        outstanding["runFailures"] = 0;
        await AddIfMissingAsync(tables.Outstanding, outstanding, cancellationToken);
    }

    /// <summary>Notes the operation under its day (A3). Leaves an existing row alone.</summary>
    public Task AddToDayAsync(OperationHint hint, CancellationToken cancellationToken)
    {
        var row = Entity(TableKey.ByDay(hint.Id, hint.MerchantId), hint);
        row["status"] = nameof(OperationStatus.Accepted);
        return AddIfMissingAsync(tables.ByDay, row, cancellationToken);
    }

    /// <summary>Copies the ledger's truth to the hints (R7): final operations leave <c>outstanding</c>, others get the moment of the next look.</summary>
    public async Task FollowAsync(OperationRow row, DateTimeOffset nextCheckAt, CancellationToken cancellationToken)
    {
        var hint = OperationHint.Of(row);
        if (!row.IsFinal)
        {
            await tables.Outstanding.UpsertEntityAsync(Outstanding(hint, nextCheckAt), TableUpdateMode.Merge, cancellationToken);
            return;
        }

        var day = Entity(TableKey.ByDay(row.Id, row.MerchantId), hint);
        day["status"] = row.Status.ToString();
        await tables.ByDay.UpsertEntityAsync(day, TableUpdateMode.Merge, cancellationToken);
        await RemoveAsync(row.Id, row.MerchantId, cancellationToken);
    }

    /// <summary>Forgets an operation that never came to be (T2).</summary>
    public async Task ForgetAsync(OperationId id, MerchantId merchantId, CancellationToken cancellationToken)
    {
        await tables.ByDay.DeleteEntityAsync(TableKey.ByDay(id, merchantId), id.ToString(), cancellationToken: cancellationToken);
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
            TableClient.CreateQueryFilter($"status ne {nameof(OperationStatus.Pending)} or needsReview eq {true}"),
            select: ["RowKey", "needsReview"],
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
            yield return (OperationId.Parse(row.RowKey), row.GetBoolean("needsReview") == true);
    }

    /// <summary>Puts the next look off; false when another instance did it already.</summary>
    public async Task<bool> TryPutOffAsync(TableEntity row, DateTimeOffset nextCheckAt, CancellationToken cancellationToken)
    {
        try
        {
            var change = new TableEntity(row.PartitionKey, row.RowKey) { ["nextCheckAt"] = nextCheckAt };
            await tables.Outstanding.UpdateEntityAsync(change, row.ETag, TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception)
            when (exception.Status is (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private Task RemoveAsync(OperationId id, MerchantId merchantId, CancellationToken cancellationToken) =>
        tables.Outstanding.DeleteEntityAsync(
            TableKey.Outstanding(id, merchantId),
            id.ToString(),
            cancellationToken: cancellationToken
        );

    private static TableEntity Outstanding(OperationHint hint, DateTimeOffset nextCheckAt)
    {
        var row = Entity(TableKey.Outstanding(hint.Id, hint.MerchantId), hint);
        row["nextCheckAt"] = nextCheckAt;
        row["status"] = hint.Status.ToString();
        row["needsReview"] = hint.NeedsReview;
        return row;
    }

    private static TableEntity Entity(string partition, OperationHint hint) =>
        new(partition, hint.Id.ToString())
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
