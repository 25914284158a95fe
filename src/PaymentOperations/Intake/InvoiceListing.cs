using System.Globalization;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>Pages through the operations of one payment, newest first. The ledger has them in one partition, which each page reads.</summary>
internal sealed class InvoiceListing(InvoiceLedger ledger)
{
    private const string CursorPrefix = "i:";

    public async Task<OperationPage> ListAsync(MerchantId merchantId, InvoiceQuery query, CancellationToken cancellationToken)
    {
        var before = int.MaxValue;
        if (query.Cursor is { } cursor && !TryReadPlace(PageCursor.Read(cursor), out before))
            return new OperationPage([], null, CursorIsValid: false);

        var snapshot = await ledger.ReadAsync(merchantId, query.InvoiceNo, cancellationToken);
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
