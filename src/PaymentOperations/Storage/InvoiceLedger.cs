using System.Net;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>
/// The ledger: one table partition per merchant and invoice, so that everything about an invoice changes in one transaction. Ambiguous storage answers (a retry inside the SDK that met its own
/// first try) are settled by reading who wrote the row.
/// </summary>
internal sealed class InvoiceLedger(LedgerTables tables, EventLedger told)
{
    public async Task<InvoiceSnapshot> ReadAsync(MerchantId merchantId, InvoiceNo invoiceNo, CancellationToken cancellationToken)
    {
        List<TableEntity> rows = [];
        await foreach (var row in RowsOf(merchantId, invoiceNo, cancellationToken))
            rows.Add(row);
        return InvoiceSnapshot.Of(rows);
    }

    /// <summary>The same where one request brings it; null where the invoice has more rows than that.</summary>
    public async Task<InvoiceSnapshot?> ReadSmallAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        CancellationToken cancellationToken
    )
    {
        await foreach (var page in RowsOf(merchantId, invoiceNo, cancellationToken).AsPages())
            return page.ContinuationToken is null ? InvoiceSnapshot.Of(page.Values) : null;
        return InvoiceSnapshot.Of([]);
    }

    /// <summary>Operations by the order of their ids, tombstones left out.</summary>
    /// <param name="merchantId">The merchant.</param>
    /// <param name="invoiceNo">The payment.</param>
    /// <param name="from">The first that is wanted; null: from the beginning.</param>
    /// <param name="before">The first that is not wanted any more; null: to the end.</param>
    /// <param name="cancellationToken">The caller went away.</param>
    public async Task<IReadOnlyList<OperationRow>> ReadRangeAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        OperationId? from,
        OperationId? before,
        CancellationToken cancellationToken
    )
    {
        var partition = TableKey.Invoice(merchantId, invoiceNo);
        var first = from is { } wanted ? TableKey.Operation(wanted) : TableKey.FirstOperation;
        var end = before is { } passed ? TableKey.Operation(passed) : TableKey.OperationsEnd;
        List<OperationRow> found = [];
        var rows = tables.Operations.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {end}"),
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
            found.Add(OperationRowMapper.FromEntity(row));
        return [.. found.Where(row => !row.IsTombstone)];
    }

    /// <summary>One operation's row, tombstones included.</summary>
    public async Task<OperationRow?> FindAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        OperationId id,
        CancellationToken cancellationToken
    )
    {
        var row = await tables.Operations.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Invoice(merchantId, invoiceNo),
            TableKey.Operation(id),
            cancellationToken: cancellationToken
        );
        return row is { HasValue: true, Value: { } entity } ? OperationRowMapper.FromEntity(entity) : null;
    }

    /// <summary>Whether there is a row of the operation, be it one that cannot be read.</summary>
    public async Task<bool> IsThereAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        OperationId id,
        CancellationToken cancellationToken
    ) =>
        (
            await tables.Operations.GetEntityIfExistsAsync<TableEntity>(
                TableKey.Invoice(merchantId, invoiceNo),
                TableKey.Operation(id),
                ["RowKey"],
                cancellationToken
            )
        ).HasValue;

    /// <summary>The invoice's own row; a new one where there is none.</summary>
    public async Task<InvoiceRow> ReadInvoiceAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        CancellationToken cancellationToken
    )
    {
        var row = await tables.Operations.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Invoice(merchantId, invoiceNo),
            TableKey.InvoiceRow,
            cancellationToken: cancellationToken
        );
        return row is { HasValue: true, Value: { } entity } ? InvoiceRow.From(entity) : new InvoiceRow();
    }

    /// <summary>
    /// The invoice's line, first to last. To be read after the invoice's row, never beside it: that row's version guards what is committed on the strength of this, so that a line which grew in between makes the commit fail.
    /// Where there is no row, nobody ever stood in line.
    /// </summary>
    public async Task<IReadOnlyList<LinePlace>> ReadLineAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        InvoiceRow invoice,
        CancellationToken cancellationToken
    )
    {
        if (!invoice.Exists)
            return [];

        List<LinePlace> line = [];
        var places = tables.Operations.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Invoice(merchantId, invoiceNo)} and RowKey ge {"wait-"}"),
            cancellationToken: cancellationToken
        );
        await foreach (var place in places)
            line.Add(LinePlace.From(place));

        return line;
    }

    /// <summary>Whose turn it is in the invoice's line, or null when nobody waits.</summary>
    public async Task<LinePlace?> FirstInLineAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        CancellationToken cancellationToken
    )
    {
        var places = tables.Operations.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Invoice(merchantId, invoiceNo)} and RowKey ge {"wait-"}"),
            maxPerPage: 1,
            cancellationToken: cancellationToken
        );
        await foreach (var place in places)
            return LinePlace.From(place);
        return null;
    }

    /// <summary>
    /// Inserts a new operation with its place in line and first event (A4), which were announced already. False when another accept of the invoice was faster, or when the operation is there already: read and see.
    /// </summary>
    public async Task<bool> TryInsertAsync(
        OperationRow row,
        AuditEvent created,
        InvoiceRow counted,
        IReadOnlyList<EventRow> events,
        CancellationToken cancellationToken
    )
    {
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Add, OperationRowMapper.ToEntity(row)),
            new(
                TableTransactionActionType.Add,
                new TableEntity(row.Partition, TableKey.Wait(row.Seq))
                {
                    ["operationId"] = row.Id.ToString(),
                    ["kind"] = row.Kind.ToString(),
                    ["seq"] = row.Seq,
                }
            ),
            created.ToAction(row.Partition),
            counted.ToAction(row.Partition),
            .. events.Select(one => one.ToAction(row.Partition)),
        ];
        var (_, failedIndex) = await LedgerTransaction.TrySubmitAsync(tables.Operations, actions, cancellationToken);
        if (failedIndex >= actions.Length - events.Count)
            await told.RecountAsync(row.Partition, cancellationToken);
        return failedIndex is null;
    }

    /// <summary>Inserts a tombstone that decides against a late accept (T2). False when the operation exists after all.</summary>
    public async Task<bool> TryInsertTombstoneAsync(OperationRow tombstone, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Operations.AddEntityAsync(OperationRowMapper.ToEntity(tombstone), cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.Conflict)
        {
            // Either a late accept won, or the SDK met its own first try: the row tells.
            var row = await FindAsync(tombstone.MerchantId, tombstone.InvoiceNo, tombstone.Id, cancellationToken);
            return row is { IsTombstone: true };
        }
    }

    /// <summary>Replaces the operation's row against the version that <paramref name="next"/> was made from. Null when another worker wrote it since.</summary>
    public async Task<OperationRow?> TryReplaceAsync(OperationRow next, CancellationToken cancellationToken)
    {
        try
        {
            var response = await tables.Operations.UpdateEntityAsync(
                OperationRowMapper.ToEntity(next),
                next.ETag,
                TableUpdateMode.Replace,
                cancellationToken
            );
            return next with { ETag = response.Headers.ETag!.Value };
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.PreconditionFailed)
        {
            return await FindMineAsync(next, cancellationToken);
        }
    }

    /// <summary>The operation's row where it is the one that this writer wrote; null where it is another's.</summary>
    public async Task<OperationRow?> FindMineAsync(OperationRow next, CancellationToken cancellationToken)
    {
        var row = await FindAsync(next.MerchantId, next.InvoiceNo, next.Id, cancellationToken);
        return row?.WriteId == next.WriteId ? row : null;
    }

    // Row keys sort event- < invoice < op- < ref- < wait-: everything but the audit trail is one range.
    private AsyncPageable<TableEntity> RowsOf(MerchantId merchantId, InvoiceNo invoiceNo, CancellationToken cancellationToken) =>
        tables.Operations.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {TableKey.Invoice(merchantId, invoiceNo)} and RowKey ge {TableKey.InvoiceRow}"
            ),
            cancellationToken: cancellationToken
        );
}
