using System.Runtime.CompilerServices;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>Makes full pages of what indexes name: reads each operation's ledger row, some at a time, until a page is full, nothing is left, or the work of one request is done.</summary>
internal sealed class OperationPages(InvoiceLedger ledger)
{
    private const int AtATime = 16;

    /// <summary>A page; its cursor is the place of the last operation that was looked at, and there is one only where more fit behind it, or where the budget ended.</summary>
    /// <param name="merchantId">Whose.</param>
    /// <param name="entries">What indexes name, in order.</param>
    /// <param name="fits">Whether the operation that is found there is one of those that are asked for.</param>
    /// <param name="limit">How many a page holds.</param>
    /// <param name="budget">What the request may read.</param>
    /// <param name="cancellationToken">The caller went away.</param>
    /// <param name="endsBefore">Whether the list ends for now before this one, as if nothing came after it yet; null: it never does.</param>
    public async Task<OperationPage> ReadAsync(
        MerchantId merchantId,
        IAsyncEnumerable<ListEntry> entries,
        Func<Candidate, OperationRow, bool> fits,
        int limit,
        ReadBudget budget,
        CancellationToken cancellationToken,
        Func<Candidate, OperationRow, bool>? endsBefore = null
    )
    {
        List<Operation> items = [];
        string? position = null;
        await foreach (var some in Within(budget, entries, cancellationToken).Chunk(AtATime))
        {
            var rows = await Task.WhenAll(
                some.Select(one => ledger.FindAsync(merchantId, one.InvoiceNo, one.Id, cancellationToken))
            );
            foreach (var (candidate, row) in some.Zip(rows))
            {
                if (row is not null && endsBefore?.Invoke(candidate, row) == true)
                    return new OperationPage(items, null);
                if (row is { IsTombstone: false } && fits(candidate, row))
                {
                    // One more than the page holds: now it is known that something follows.
                    if (items.Count == limit)
                        return new OperationPage(items, position);
                    items.Add(OperationView.Of(row));
                }

                position = candidate.Position;
            }
        }

        return new OperationPage(items, budget.StoppedAt);
    }

    private static async IAsyncEnumerable<Candidate> Within(
        ReadBudget budget,
        IAsyncEnumerable<ListEntry> entries,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string? last = null;
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            if (entry.Candidate is { } candidate)
            {
                if (last is not null && !budget.TryTakeRow())
                {
                    budget.StopAt(last);
                    yield break;
                }

                yield return candidate;
            }

            last = entry.Position;
        }
    }
}
