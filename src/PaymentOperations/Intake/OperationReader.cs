using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>Reads operations for callers. Indexes only say where to look: what is shown is always the ledger's row.</summary>
internal sealed class OperationReader(
    InvoiceLedger ledger,
    AuditTrail trail,
    OpenOperations open,
    LedgerTables tables,
    LookupIndex lookup,
    OperationChanges changes,
    TimeProvider time
) : IOperationReader
{
    /// <inheritdoc />
    public async Task<Operation?> FindAsync(MerchantId merchantId, OperationId id, CancellationToken cancellationToken)
    {
        return await open.FindInvoiceAsync(merchantId, id, cancellationToken) is { } invoiceNo
            ? await FindAsync(merchantId, id, invoiceNo, cancellationToken)
            : null;
    }

    /// <summary>One operation whose invoice is known.</summary>
    public async Task<Operation?> FindAsync(
        MerchantId merchantId,
        OperationId id,
        InvoiceNo invoiceNo,
        CancellationToken cancellationToken
    ) =>
        await trail.ReadAsync(merchantId, invoiceNo, id, cancellationToken) is { Row.IsTombstone: false } file
            ? await ToOperationAsync(file, cancellationToken)
            : null;

    /// <summary>An operation as callers see it, with its history and what stands in its way.</summary>
    public async Task<Operation> ToOperationAsync(OperationFile file, CancellationToken cancellationToken) =>
        OperationView.Of(file.Row, await BlockerAsync(file.Row, file.Line, cancellationToken)) with
        {
            History = file.History,
        };

    /// <inheritdoc />
    public Task<OperationPage> ListByInvoiceAsync(
        MerchantId merchantId,
        InvoiceQuery query,
        CancellationToken cancellationToken
    ) => new InvoiceListing(ledger, new LongInvoiceListing(ledger, lookup)).ListAsync(merchantId, query, cancellationToken);

    /// <inheritdoc />
    public Task<OperationPage> ListAsync(MerchantId merchantId, OperationQuery query, CancellationToken cancellationToken) =>
        query.UpdatedSince is { } since ? changes.ListAsync(merchantId, query, since, cancellationToken)
        : query.Search is { } search
            ? new OperationSearching(ledger, lookup).ListAsync(merchantId, query, search, cancellationToken)
        : new OperationListing(ledger, tables, time).ListAsync(merchantId, query, cancellationToken);

    private async Task<OperationId?> BlockerAsync(
        OperationRow row,
        IReadOnlyList<LinePlace> line,
        CancellationToken cancellationToken
    )
    {
        if (row.Status != OperationStatus.Accepted || line is not [var first, ..] || first.Id == row.Id)
            return null;

        var other = await ledger.FindAsync(row.MerchantId, row.InvoiceNo, first.Id, cancellationToken);
        return InvoiceListing.IsBehind(row, other) ? other!.Id : null;
    }
}
