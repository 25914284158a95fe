using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>
/// Pages through the operations of a payment that has thousands, by the order of their ids, newest first. The table <c>lookup</c> says how far back a page reaches, and one range of the ledger has its operations: also those
/// that the index does not know.
/// </summary>
internal sealed class LongInvoiceListing(InvoiceLedger ledger, LookupIndex lookup)
{
    private const string CursorPrefix = "l:";

    /// <summary>A page.</summary>
    /// <param name="merchantId">The merchant.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="before">The last operation of the page before; null for the first page.</param>
    /// <param name="cancellationToken">The caller went away.</param>
    public async Task<OperationPage> ListAsync(
        MerchantId merchantId,
        InvoiceQuery query,
        OperationId? before,
        CancellationToken cancellationToken
    )
    {
        List<OperationRow> rows = [];
        for (var isDone = false; !isDone && rows.Count <= query.Limit; )
        {
            var first = await FirstOfAsync(merchantId, query, before, query.Limit + 1 - rows.Count, cancellationToken);
            var some = await ledger.ReadRangeAsync(merchantId, query.InvoiceNo, first, before, cancellationToken);
            rows.AddRange(some.Where(row => query.Kind is null || row.Kind == query.Kind).Reverse());
            (before, isDone) = (first, first is null);
        }

        var blocker = await BlockerAsync(merchantId, query.InvoiceNo, rows, cancellationToken);
        return new OperationPage(
            [
                .. rows.Take(query.Limit)
                    .Select(row => OperationView.Of(row, InvoiceListing.IsBehind(row, blocker) ? blocker!.Id : null)),
            ],
            PageCursor.Write(rows.Count > query.Limit ? $"{CursorPrefix}{rows[query.Limit - 1].Id}" : null)
        );
    }

    /// <summary>Reads the place in a cursor of these pages.</summary>
    public static bool TryReadPlace(string? text, out OperationId place)
    {
        place = default;
        return text?.StartsWith(CursorPrefix, StringComparison.Ordinal) == true
            && OperationId.TryParse(text[CursorPrefix.Length..], out place);
    }

    /// <summary>The operation that so many others of the kind follow; null where there are not so many left.</summary>
    private async Task<OperationId?> FirstOfAsync(
        MerchantId merchantId,
        InvoiceQuery query,
        OperationId? before,
        int count,
        CancellationToken cancellationToken
    )
    {
        // Places sort the newest first: what is older stands behind.
        var from = before is { } passed ? LookupKey.After(passed) : "";
        var pages = lookup.PagesAsync(
            merchantId,
            LookupKey.Invoice(merchantId, query.InvoiceNo),
            from,
            LookupKey.End,
            count,
            cancellationToken,
            query.Kind
        );
        await foreach (var (rows, _) in pages)
        {
            foreach (var row in rows)
            {
                if (LookupKey.TryReadPosition(row.RowKey[^LookupKey.PositionLength..], out var id) && --count == 0)
                    return id;
            }
        }

        return null;
    }

    // Only where somebody waits does it matter for whom.
    private async Task<OperationRow?> BlockerAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        IReadOnlyList<OperationRow> rows,
        CancellationToken cancellationToken
    ) =>
        rows.Any(row => row.Status == OperationStatus.Accepted)
        && await ledger.FirstInLineAsync(merchantId, invoiceNo, cancellationToken) is { } first
            ? rows.FirstOrDefault(row => row.Id == first.Id)
                ?? await ledger.FindAsync(merchantId, invoiceNo, first.Id, cancellationToken)
            : null;
}
