using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>Reads what happened to an operation. The events are written by the ledger's own transactions.</summary>
internal sealed class AuditTrail(LedgerTables tables)
{
    /// <summary>One operation with its trail and its invoice's line, in one request; null when there is no row of it.</summary>
    public async Task<OperationFile?> ReadAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        OperationId id,
        CancellationToken cancellationToken
    )
    {
        var partition = TableKey.Invoice(merchantId, invoiceNo);
        var rows = tables.Operations.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and ((RowKey ge {$"event-{id}-"} and RowKey lt {$"event-{id}."}) or RowKey eq {TableKey.Operation(id)} or RowKey ge {"wait-"})"
            ),
            cancellationToken: cancellationToken
        );
        OperationRow? operation = null;
        List<HistoryEntry> history = [];
        List<LinePlace> line = [];
        await foreach (var row in rows)
        {
            if (row.RowKey.StartsWith("event-", StringComparison.Ordinal))
                history.Add(AuditEvent.ToHistory(row));
            else if (row.RowKey.StartsWith("op-", StringComparison.Ordinal))
                operation = OperationRowMapper.FromEntity(row);
            else
                line.Add(LinePlace.From(row));
        }

        return operation is null ? null : new OperationFile(operation, history, line);
    }
}
