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
            var prepared = await PrepareAsync(next, change, cancellationToken);
            var (actions, invoiceIndex, referenceIndex) = ActionsOf(prepared, audit, change);
            var (version, failedIndex) = await LedgerTransaction.TrySubmitAsync(tables.Operations, actions, cancellationToken);
            if (failedIndex is null)
                return new CommitResult.Committed(prepared.Row with { ETag = version }) { Against = prepared.Against };

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

    /// <summary>Announces what is told, and counts it in the invoice's row.</summary>
    private async Task<Prepared> PrepareAsync(OperationRow next, LedgerChange change, CancellationToken cancellationToken)
    {
        // Also where it only leaves the line: whoever has read the invoice's row then knows by its version that the line is another.
        if (change is { ChangesInvoice: null, Events.Count: 0, DeletesPlaceInLine: false })
            return new Prepared(next, Against: null, Changed: null, []);

        var against = change.KnownInvoice is { Exists: true } known
            ? known
            : await ReadInvoiceAsync(next, change.ChangesInvoice is null, cancellationToken);
        var changed = change.ChangesInvoice?.Invoke(against) ?? against;
        if (change.Events.Count == 0)
            return new Prepared(next, against, changed, []);

        var found = new IndexRows(change.FoundBy, AreNeeded: change.FoundBy.Count == 0);
        var announced = await announcer.AnnounceAsync(next, changed, change.Events, found, cancellationToken);
        return new Prepared(announced.WithRows ? LookupWriter.AsFound(next) : next, against, announced.Invoice, announced.Events);
    }

    private static (List<TableTransactionAction> Actions, int Invoice, int Reference) ActionsOf(
        Prepared prepared,
        AuditEvent audit,
        LedgerChange change
    )
    {
        var next = prepared.Row;
        List<TableTransactionAction> actions =
        [
            new(TableTransactionActionType.UpdateReplace, OperationRowMapper.ToEntity(next), next.ETag),
            audit.ToAction(next.Partition),
        ];
        var (invoiceIndex, referenceIndex) = (-1, -1);
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

        if (prepared.Changed is { } invoice)
        {
            invoiceIndex = actions.Count;
            actions.Add(invoice.ToAction(next.Partition));
            actions.AddRange(prepared.Events.Select(one => one.ToAction(next.Partition)));
        }

        return (actions, invoiceIndex, referenceIndex);
    }

    // What only tells needs no row: it makes one where a restored copy has none.
    private async Task<InvoiceRow> ReadInvoiceAsync(OperationRow row, bool mayBeMissing, CancellationToken cancellationToken)
    {
        var invoice = await ledger.ReadInvoiceAsync(row.MerchantId, row.InvoiceNo, cancellationToken);
        return invoice.Exists || mayBeMissing
            ? invoice
            : throw new InvalidOperationException("The ledger has an operation of an invoice and no row of the invoice.");
    }

    /// <summary>What a transaction is made of.</summary>
    /// <param name="Row">The operation.</param>
    /// <param name="Against">The invoice's row as it has to be; null: it is not written.</param>
    /// <param name="Changed">The invoice's row as it is to be.</param>
    /// <param name="Events">What is told.</param>
    private sealed record Prepared(OperationRow Row, InvoiceRow? Against, InvoiceRow? Changed, IReadOnlyList<EventRow> Events);
}
