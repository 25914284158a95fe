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
    LookupIndex lookup
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
    )
    {
        var row = await ledger.FindAsync(merchantId, invoiceNo, id, cancellationToken);
        return row is null or { IsTombstone: true } ? null : await ToOperationAsync(row, cancellationToken);
    }

    /// <summary>A row as callers see it, with its history and what stands in its way.</summary>
    public async Task<Operation> ToOperationAsync(OperationRow row, CancellationToken cancellationToken)
    {
        var history = await trail.ReadAsync(row, cancellationToken);
        return OperationView.Of(row, await BlockerAsync(row, cancellationToken)) with { History = history };
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Operation>> ListByInvoiceAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        OperationKind? kind,
        CancellationToken cancellationToken
    )
    {
        var snapshot = await ledger.ReadAsync(merchantId, invoiceNo, cancellationToken);
        var first = snapshot.Line is [var place, ..] ? snapshot.Find(place.Id) : null;
        return
        [
            .. snapshot
                .Operations.Where(row => kind is null || row.Kind == kind)
                .OrderBy(row => row.Seq)
                .Select(row => OperationView.Of(row, IsBehind(row, first) ? first!.Id : null)),
        ];
    }

    /// <inheritdoc />
    public Task<OperationPage> ListAsync(MerchantId merchantId, OperationQuery query, CancellationToken cancellationToken) =>
        query.Search is { } search
            ? new OperationSearching(ledger, lookup).ListAsync(merchantId, query, search, cancellationToken)
            : new OperationListing(ledger, tables).ListAsync(merchantId, query, cancellationToken);

    private async Task<OperationId?> BlockerAsync(OperationRow row, CancellationToken cancellationToken)
    {
        if (row.Status != OperationStatus.Accepted)
            return null;

        var (_, line) = await ledger.ReadForAcceptAsync(row.MerchantId, row.InvoiceNo, cancellationToken);
        if (line is not [var first, ..] || first.Id == row.Id)
            return null;

        var other = await ledger.FindAsync(row.MerchantId, row.InvoiceNo, first.Id, cancellationToken);
        return IsBehind(row, other) ? other!.Id : null;
    }

    private static bool IsBehind(OperationRow row, OperationRow? first) =>
        row.Status == OperationStatus.Accepted && first is { NeedsReview: true } && first.Id != row.Id;
}
