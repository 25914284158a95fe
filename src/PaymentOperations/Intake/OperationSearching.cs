using System.Runtime.CompilerServices;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>
/// Finds operations by what the table <c>lookup</c> keeps, newest first. Where several things are searched for, their lists are gone through side by side and each is moved to where the other one is, so that the
/// shortest list decides what it costs. Every operation then comes from its ledger row, which must fit itself.
/// </summary>
internal sealed class OperationSearching(InvoiceLedger ledger, LookupIndex lookup)
{
    private const string CursorPrefix = "s:";

    // A full page and what shows that one follows; where lists are compared, more of each saves requests.
    private const int RowsOfOne = 112;
    private const int RowsOfMany = 1_000;

    public async Task<OperationPage> ListAsync(
        MerchantId merchantId,
        OperationQuery query,
        OperationSearch search,
        CancellationToken cancellationToken
    )
    {
        var from = LookupKey.FirstPositionUntil(query.To);
        if (query.Cursor is { } cursor)
        {
            if (!TryReadPlace(PageCursor.Read(cursor), out var place))
                return new OperationPage([], null, CursorIsValid: false);
            from = string.CompareOrdinal(place, from) > 0 ? place : from;
        }

        var budget = new ReadBudget();
        var end = LookupKey.LastPositionFrom(query.From);
        var keys = KeysOf(merchantId, search);
        var size = keys.Count == 1 ? RowsOfOne : RowsOfMany;
        LookupList[] lists = [.. keys.Select(key => new LookupList(lookup, merchantId, key, end, size, budget))];
        var page = await new OperationPages(ledger).ReadAsync(
            merchantId,
            EntriesAsync(lists, from, query.Kind, budget, cancellationToken),
            (_, row) => OperationFit.Fits(row, query),
            query.Limit,
            budget,
            cancellationToken
        );
        return page with { NextCursor = PageCursor.Write(page.NextCursor is { } next ? CursorPrefix + next : null) };
    }

    // The likely shortest first.
    private static IReadOnlyList<string> KeysOf(MerchantId merchantId, OperationSearch search) =>
        [
            .. search.Reference is { } reference ? [LookupKey.Reference(merchantId, reference)] : Array.Empty<string>(),
            .. search.InvoiceNo is { } invoiceNo ? [LookupKey.Invoice(merchantId, invoiceNo)] : Array.Empty<string>(),
            .. search.NeedsReview ? [LookupKey.NeedsReview] : Array.Empty<string>(),
            .. search.Metadata.Select(pair => LookupKey.Metadata(merchantId, pair.Key, pair.Value)),
            .. search.Amount is { } amount ? [LookupKey.Amount(merchantId, amount)] : Array.Empty<string>(),
        ];

    private static async IAsyncEnumerable<ListEntry> EntriesAsync(
        LookupList[] lists,
        string from,
        OperationKind? kind,
        ReadBudget budget,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var agree = true;
            foreach (var list in lists)
            {
                switch (await list.MoveToAsync(from, cancellationToken))
                {
                    case LookupMove.End:
                        yield break;
                    case LookupMove.OutOfBudget:
                        budget.StopAt(from);
                        yield break;
                }

                agree &= list == lists[0] || list.Position == from;
                from = list.Position;
            }

            if (!agree)
                continue;

            from = JustAfter(from);
            yield return new ListEntry(from, lists[0].CandidateOf(kind, from));
        }
    }

    private static string JustAfter(string position) => position + "!";

    private static bool TryReadPlace(string? text, out string place)
    {
        place = text?.StartsWith(CursorPrefix, StringComparison.Ordinal) == true ? text[CursorPrefix.Length..] : "?";
        var position = place.EndsWith('!') ? place[..^1] : place;
        return position.Length <= LookupKey.PositionLength && position.All(char.IsAsciiHexDigitLower);
    }
}
