using Azure;
using Azure.Data.Tables;

namespace PaymentOperations.Storage;

/// <summary>Writes transitions of operations to the ledger, each in one transaction.</summary>
internal sealed class LedgerCommit(LedgerTables tables, InvoiceLedger ledger, EventAnnouncer announcer, EventLedger told)
{
    /// <summary>Writes a transition: the operation, its event and what goes with it, in one transaction.</summary>
    public async Task<CommitResult> CommitAsync(
        OperationRow next,
        AuditEvent audit,
        LedgerChange change,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var (actions, invoice, invoiceIndex, referenceIndex) = await ActionsOfAsync(next, audit, change, cancellationToken);
            var (version, failedIndex) = await LedgerTransaction.TrySubmitAsync(tables.Operations, actions, cancellationToken);
            if (failedIndex is null)
                return new CommitResult.Committed(next with { ETag = version }) { Against = invoice };

            if (await ledger.FindMineAsync(next, cancellationToken) is { } mine)
                return new CommitResult.Committed(mine);

            // What was known of the invoice is no longer so.
            change = change with
            {
                KnownInvoice = null,
            };
            if (failedIndex == invoiceIndex)
                continue;
            if (invoiceIndex >= 0 && failedIndex > invoiceIndex)
            {
                await told.RecountAsync(next.Partition, cancellationToken);
                continue;
            }

            return failedIndex == referenceIndex ? new CommitResult.ReferenceTaken() : new CommitResult.ClaimLost();
        }
    }

    private async Task<(List<TableTransactionAction> Actions, InvoiceRow? Against, int Invoice, int Reference)> ActionsOfAsync(
        OperationRow next,
        AuditEvent audit,
        LedgerChange change,
        CancellationToken cancellationToken
    )
    {
        List<TableTransactionAction> actions =
        [
            new(TableTransactionActionType.UpdateReplace, OperationRowMapper.ToEntity(next), next.ETag),
            audit.ToAction(next.Partition),
        ];
        var (invoiceIndex, referenceIndex) = (-1, -1);
        InvoiceRow? against = null;
        if (change.DeletesPlaceInLine)
            actions.Add(
                new(TableTransactionActionType.Delete, new TableEntity(next.Partition, TableKey.Wait(next.Seq)), ETag.All)
            );

        if (change.InsertsReference is { } reference)
        {
            referenceIndex = actions.Count;
            actions.Add(
                new(
                    TableTransactionActionType.Add,
                    new TableEntity(next.Partition, TableKey.Reference(reference))
                    {
                        ["reference"] = reference,
                        ["operationId"] = next.Id.ToString(),
                    }
                )
            );
        }

        // Also where it only leaves the line: whoever has read the invoice's row then knows by its version that the line is another.
        if (change.ChangesInvoice is not null || change.Events.Count > 0 || change.DeletesPlaceInLine)
        {
            against = change.KnownInvoice is { Exists: true } known
                ? known
                : await ReadInvoiceAsync(next, change.ChangesInvoice is null, cancellationToken);
            var changed = change.ChangesInvoice?.Invoke(against) ?? against;
            IReadOnlyList<EventRow> events = [];
            if (change.Events.Count > 0)
                (changed, events) = await announcer.AnnounceAsync(next, changed, change.Events, cancellationToken);
            invoiceIndex = actions.Count;
            actions.Add(changed.ToAction(next.Partition));
            actions.AddRange(events.Select(one => one.ToAction(next.Partition)));
        }

        return (actions, against, invoiceIndex, referenceIndex);
    }

    // What only tells needs no row: it makes one where a restored copy has none.
    private async Task<InvoiceRow> ReadInvoiceAsync(OperationRow row, bool mayBeMissing, CancellationToken cancellationToken)
    {
        var invoice = await ledger.ReadInvoiceAsync(row.MerchantId, row.InvoiceNo, cancellationToken);
        return invoice.Exists || mayBeMissing
            ? invoice
            : throw new InvalidOperationException("The ledger has an operation of an invoice and no row of the invoice.");
    }
}
