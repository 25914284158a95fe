using System.Runtime.CompilerServices;
using PaymentOperations.Events;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Workflow;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>
/// Lists what changed since a moment, the oldest change first: each operation once, where its last change is. Changes that are events are found by their pointers, the others by rows of their own in
/// <c>lookup</c>; both are written before the change is committed. Like events, changes are listed a while after they happened (<see cref="EventTimes.ListedAfter"/>), so that none can appear before one that was
/// listed already. An event that is being committed for longer is made to fail; before another change of which that is so, the list ends, until it is committed or its worker is certainly gone.
/// </summary>
internal sealed class OperationChanges(
    InvoiceLedger ledger,
    EventReader events,
    LookupIndex lookup,
    Claims claims,
    EventTimes times,
    TimeProvider time
)
{
    private const int AtOnce = EventPage.MaxItems;

    public async Task<OperationPage> ListAsync(
        MerchantId merchantId,
        OperationQuery query,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var from = new ChangePlace(since);
        if (query.Cursor is { } cursor)
        {
            if (!ChangePlace.TryRead(PageCursor.Read(cursor), out from))
                return new OperationPage([], null, CursorIsValid: false);
        }

        var until = time.GetUtcNow() - times.ListedAfter;
        var budget = new ReadBudget();
        IAsyncEnumerable<ListEntry>[] sources =
        [
            ToldAsync(merchantId, from, until, budget, cancellationToken),
            UntoldAsync(merchantId, from, until, budget, cancellationToken),
        ];
        var page = await new OperationPages(ledger).ReadAsync(
            merchantId,
            Merged.Of(sources, StringComparer.Ordinal, budget, cancellationToken),
            (candidate, row) => IsItsLast(candidate, row) && row.UpdatedAt <= until && OperationFit.Fits(row, query),
            query.Limit,
            budget,
            cancellationToken,
            endsBefore: IsUndecided
        );
        return page with { NextCursor = PageCursor.Write(page.NextCursor) };
    }

    // A change that has a row of its own is shown there alone. Where the row says that it was not written (an older version did not, or storage failed), each event shows the operation: twice rather than never.
    private static bool IsItsLast(Candidate candidate, OperationRow row)
    {
        var isWritten = LookupKeys.AreWritten(row);
        var change = LookupKeys.ChangeOf(row);
        return candidate.Event is { } at
            ? !isWritten || (change is null && row.UpdatedAt == at)
            : ChangePlace.OfRow(change, row.Id) == candidate.Position;
    }

    // It was announced, and the ledger does not know it: the worker that has the operation may still be writing it.
    private bool IsUndecided(Candidate candidate, OperationRow row) =>
        candidate.Event is null && ChangePlace.IsLater(candidate.Position, row.UpdatedAt) && claims.IsLive(row);

    private async IAsyncEnumerable<ListEntry> ToldAsync(
        MerchantId merchantId,
        ChangePlace from,
        DateTimeOffset until,
        ReadBudget budget,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var after = from.EventAfter;
        for (var isFirst = true; ; isFirst = false)
        {
            if (!budget.TryTakePage() && !isFirst)
            {
                budget.StopAt(ChangePlace.OfEvent(after));
                yield break;
            }

            var (told, last, hasMore) = await events.ReadAsync(merchantId, after, until, AtOnce, cancellationToken);
            // Of several events of an operation only the last that tells of a change can be its last change.
            var latest = told.Where(one => one.Event.Type.IsOfChange)
                .GroupBy(one => one.Event.Operation.Id)
                .Select(same => same.Last())
                .ToHashSet();
            foreach (var one in told.Where(latest.Contains))
            {
                var place = ChangePlace.OfEvent(one.Event.Id.ToString());
                var operation = one.Event.Operation;
                yield return new ListEntry(place, new Candidate(operation.Id, operation.InvoiceNo, place, one.Event.At));
            }

            if (last is null || !hasMore)
                yield break;
            after = last.Value.ToString();
            yield return new ListEntry(ChangePlace.OfEvent(after), null);
        }
    }

    private async IAsyncEnumerable<ListEntry> UntoldAsync(
        MerchantId merchantId,
        ChangePlace from,
        DateTimeOffset until,
        ReadBudget budget,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var begin = from.RowFrom;
        var end = LookupKey.Moment(until);
        for (var isFirst = true; string.CompareOrdinal(begin, end) < 0; isFirst = false)
        {
            if (!budget.TryTakePage() && !isFirst)
            {
                budget.StopAt(ChangePlace.OfRow(begin));
                yield break;
            }

            var (rows, hasMore) = await lookup.ChangesAsync(merchantId, begin, end, AtOnce, cancellationToken);
            foreach (var row in rows)
            {
                var key = row.RowKey[LookupKey.ChangedPrefix.Length..];
                var place = ChangePlace.OfRow(key);
                yield return new ListEntry(
                    place,
                    LookupKey.TryReadPosition(key[(LookupKey.MomentLength + 1)..], out var id)
                    && InvoiceNo.TryParse(row.GetString("invoiceNo"), out var invoiceNo, out _)
                        ? new Candidate(id, invoiceNo, place)
                        : null
                );
                begin = $"{key}!";
            }

            if (!hasMore)
                yield break;
        }
    }
}
