using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>
/// Pages through a merchant's operations, newest first. What is open is read from the 16 shards of <c>outstanding</c>, which are gone through side by side; what has ended, and lists of everything, from the rows of
/// operations in <c>index</c>. Each item then comes from its ledger row.
/// </summary>
internal sealed class OperationListing(InvoiceLedger ledger, LedgerTables tables, TimeProvider time)
{
    private const string CursorPrefix = "n:";

    private const string Newest = OperationId.End;

    // Each shard is asked by itself.
    private const int PagesOfShards = 64 * TableKey.ShardCount;

    private static readonly Comparer<string> NewestFirst = Comparer<string>.Create(
        (one, other) => string.CompareOrdinal(other, one)
    );

    public async Task<OperationPage> ListAsync(MerchantId merchantId, OperationQuery query, CancellationToken cancellationToken)
    {
        var before = Newest;
        if (query.Cursor is { } cursor && !TryReadPosition(PageCursor.Read(cursor), out before))
            return new OperationPage([], null, CursorIsValid: false);

        var budget = query.Statuses.NameOpen ? new ReadBudget(PagesOfShards) : new ReadBudget();
        var sources = SourcesOf(merchantId, query, before, budget, cancellationToken);
        var page = await new OperationPages(ledger).ReadAsync(
            merchantId,
            Merged.Of(sources, NewestFirst, budget, cancellationToken),
            (_, row) => OperationFit.Fits(row, query),
            query.Limit,
            budget,
            cancellationToken
        );
        return page with { NextCursor = PageCursor.Write(page.NextCursor is { } next ? CursorPrefix + next : null) };
    }

    private List<IAsyncEnumerable<ListEntry>> SourcesOf(
        MerchantId merchantId,
        OperationQuery query,
        string before,
        ReadBudget budget,
        CancellationToken cancellationToken
    )
    {
        List<IAsyncEnumerable<ListEntry>> sources = [];
        if (query.Statuses.NameOpen)
        {
            var shards = new NewestFirst(tables.Outstanding, OpenFilter(query), budget);
            foreach (var shard in Enumerable.Range(0, TableKey.ShardCount))
                sources.Add(ShardAsync(shards, TableKey.OutstandingShard(shard, merchantId), query, before, cancellationToken));
        }

        if (query.Statuses.NameEnded || query.Statuses.IsAny)
            sources.Add(IndexAsync(merchantId, query, before, budget, cancellationToken));
        return sources;
    }

    private async IAsyncEnumerable<ListEntry> ShardAsync(
        NewestFirst shards,
        string partition,
        OperationQuery query,
        string before,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // Whoever made an id may have a clock that is ahead of this one.
        var latest = Earlier(LastMomentOf(query.OpenTo), time.GetUtcNow().AddDays(1));
        var earliest = FirstMomentOf(query.OpenFrom);
        var end = Smaller(before, query.OpenTo == DateOnly.MaxValue ? Newest : OperationId.Floor(LastMomentOf(query.OpenTo)));
        await foreach (var (position, row) in shards.ReadAsync(partition, end, latest, earliest, cancellationToken))
            yield return new ListEntry(position, CandidateOf(position, row));
    }

    private async IAsyncEnumerable<ListEntry> IndexAsync(
        MerchantId merchantId,
        OperationQuery query,
        string before,
        ReadBudget budget,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (first, last) = (FirstMomentOf(query.From), LastMomentOf(query.To));
        if (first >= last || string.CompareOrdinal(before, OperationId.Floor(first)) <= 0)
            yield break;

        var end = Smaller(before, query.To == DateOnly.MaxValue ? Newest : OperationId.Floor(last));
        var rows = new NewestFirst(tables.Index, EndedFilter(query), budget, IndexKey.Operations);
        await foreach (var (position, row) in rows.ReadAsync(merchantId.Text, end, last, first, cancellationToken))
            yield return new ListEntry(position, CandidateOf(position, row));
    }

    // A row that cannot be read must not hide all the others.
    private static Candidate? CandidateOf(string position, TableEntity? hint) =>
        OperationId.TryParse(position, out var id) && InvoiceNo.TryParse(hint?.GetString("invoiceNo"), out var invoiceNo, out _)
            ? new Candidate(id, invoiceNo, position)
            : null;

    // An index lags behind the ledger, but what it calls ended has, and a kind never changes.
    private static string OpenFilter(OperationQuery query) =>
        KindFilter(query) + Not(OperationStatus.Succeeded) + Not(OperationStatus.Failed);

    private static string EndedFilter(OperationQuery query) =>
        KindFilter(query)
        + (query.Statuses.Has(OperationStatus.Succeeded) ? "" : Not(OperationStatus.Succeeded))
        + (query.Statuses.Has(OperationStatus.Failed) ? "" : Not(OperationStatus.Failed));

    private static string KindFilter(OperationQuery query) => query.Kind is { } kind ? $" and kind eq '{kind}'" : "";

    private static string Not(OperationStatus status) => $" and status ne '{status}'";

    private static DateTimeOffset FirstMomentOf(DateOnly day) =>
        day <= DateOnly.FromDateTime(DateTime.UnixEpoch)
            ? DateTimeOffset.UnixEpoch
            : new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    // The first moment that is not of the day any more.
    private static DateTimeOffset LastMomentOf(DateOnly day) =>
        day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : FirstMomentOf(day.AddDays(1));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static string Smaller(string one, string other) => string.CompareOrdinal(one, other) < 0 ? one : other;

    private static bool TryReadPosition(string? text, out string position)
    {
        position = text?.StartsWith(CursorPrefix, StringComparison.Ordinal) == true ? text[CursorPrefix.Length..] : "";
        return position.Length is >= 13 and <= 36
            && position.All(character => char.IsAsciiHexDigitLower(character) || character == '-');
    }
}
