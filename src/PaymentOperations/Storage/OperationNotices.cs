using System.Net;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>Tells of an operation what does not change it. Only the invoice's count of its events is written, and the event.</summary>
internal sealed class OperationNotices(
    LedgerTables tables,
    InvoiceLedger ledger,
    EventAnnouncer announcer,
    EventLedger told,
    TimeProvider time
)
{
    /// <summary>Tells this of the operation, unless it was told before.</summary>
    /// <returns>The operation; null when there was nothing to tell.</returns>
    public async Task<OperationRow?> TellOnceAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        OperationId id,
        EventType type,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            // The invoice first: its version guards the commit against whoever tells the same meanwhile. Where a restored copy has none, none is made.
            var invoice = await ledger.ReadInvoiceAsync(merchantId, invoiceNo, cancellationToken);
            if (
                !invoice.Exists
                || await ledger.FindAsync(merchantId, invoiceNo, id, cancellationToken) is not { IsTombstone: false } row
                || await IsToldAsync(row, type, cancellationToken)
            )
                return null;

            var announced = await announcer.AnnounceAsync(
                row,
                invoice,
                [type],
                IndexRows.None,
                cancellationToken,
                time.GetUtcNow()
            );
            try
            {
                await tables.Operations.SubmitTransactionAsync(
                    [announced.Invoice.ToAction(row.Partition), .. announced.Events.Select(one => one.ToAction(row.Partition))],
                    cancellationToken
                );
                return row;
            }
            catch (TableTransactionFailedException exception)
                when (exception.Status is (int)HttpStatusCode.Conflict or (int)HttpStatusCode.PreconditionFailed)
            {
                // Somebody else wrote the invoice, or the SDK met its own first try: the next round sees what is told.
                await told.RecountAsync(row.Partition, cancellationToken);
            }
        }
    }

    private async Task<bool> IsToldAsync(OperationRow row, EventType type, CancellationToken cancellationToken)
    {
        var events = tables.Operations.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {row.Partition} and RowKey ge {TableKey.Happened(0)} and RowKey lt {TableKey.DeliveryRow} and type eq {type.Text} and operationId eq {row.Id.ToString()}"
            ),
            maxPerPage: 1,
            select: ["RowKey"],
            cancellationToken
        );
        await foreach (var _ in events)
            return true;
        return false;
    }
}
