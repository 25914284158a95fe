using Azure.Data.Tables;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>Reads what happened to an operation. The events are written by the ledger's own transactions.</summary>
internal sealed class AuditTrail(LedgerTables tables)
{
    /// <summary>Every transition, oldest first.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> ReadAsync(OperationRow row, CancellationToken cancellationToken)
    {
        List<HistoryEntry> history = [];
        var events = tables.Operations.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {row.Partition} and RowKey ge {$"event-{row.Id}-"} and RowKey lt {$"event-{row.Id}."}"
            ),
            cancellationToken: cancellationToken
        );
        await foreach (var entity in events)
            history.Add(AuditEvent.ToHistory(entity));

        return history;
    }
}
