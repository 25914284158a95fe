using System.Globalization;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>
/// Pages through the operations of one payment, newest first. The ledger has them in one partition, and nearly every payment's partition is brought by one request; those that are not have pages of their own.
/// </summary>
internal sealed class InvoiceListing(InvoiceLedger ledger, LongInvoiceListing ofMany)
{
    private const string CursorPrefix = "i:";

    public async Task<OperationPage> ListAsync(MerchantId merchantId, InvoiceQuery query, CancellationToken cancellationToken)
    {
        if (query.Cursor is not { } cursor)
            return await ledger.ReadSmallAsync(merchantId, query.InvoiceNo, cancellationToken) is { } whole
                ? PageOf(whole, query, int.MaxValue)
                : await ofMany.ListAsync(merchantId, query, before: null, cancellationToken);

        var place = PageCursor.Read(cursor);
        if (LongInvoiceListing.TryReadPlace(place, out var last))
            return await ofMany.ListAsync(merchantId, query, last, cancellationToken);
        return TryReadPlace(place, out var before)
            ? PageOf(await ledger.ReadAsync(merchantId, query.InvoiceNo, cancellationToken), query, before)
            : new OperationPage([], null, CursorIsValid: false);
    }

    private static OperationPage PageOf(InvoiceSnapshot snapshot, InvoiceQuery query, int before)
    {
        var first = snapshot.Line is [var place, ..] ? snapshot.Find(place.Id) : null;
        var rows = snapshot
            .Operations.Where(row => (query.Kind is null || row.Kind == query.Kind) && row.Seq < before)
            .OrderByDescending(row => row.Seq)
            .Take(query.Limit + 1)
            .ToList();
        var next =
            rows.Count > query.Limit ? $"{CursorPrefix}{rows[query.Limit - 1].Seq.ToString(CultureInfo.InvariantCulture)}" : null;
        return new OperationPage(
            [.. rows.Take(query.Limit).Select(row => OperationView.Of(row, IsBehind(row, first) ? first!.Id : null))],
            PageCursor.Write(next)
        );
    }

    /// <summary>Whether an operation waits for another one that a person has to look at.</summary>
    public static bool IsBehind(OperationRow row, OperationRow? first) =>
        row.Status == OperationStatus.Accepted && first is { NeedsReview: true } && first.Id != row.Id;

    private static bool TryReadPlace(string? text, out int place)
    {
        place = 0;
        return text?.StartsWith(CursorPrefix, StringComparison.Ordinal) == true
            && int.TryParse(text.AsSpan(CursorPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out place);
    }
}
