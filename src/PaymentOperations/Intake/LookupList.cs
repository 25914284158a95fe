using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>The operations that one key of the table <c>index</c> names, newest first, read a page at a time.</summary>
internal sealed class LookupList(LookupIndex index, MerchantId merchantId, string key, string end, int size, ReadBudget budget)
{
    private IReadOnlyList<TableEntity> _rows = [];
    private int _at;
    private bool _hasMore = true;

    /// <summary>Where it stands.</summary>
    public string Position => _rows[_at].RowKey[key.Length..];

    /// <summary>Moves to the first row at this place or behind it.</summary>
    public async Task<LookupMove> MoveToAsync(string from, CancellationToken cancellationToken)
    {
        while (_at < _rows.Count && string.CompareOrdinal(Position, from) < 0)
            _at++;
        if (_at < _rows.Count)
            return LookupMove.Found;
        if (!_hasMore)
            return LookupMove.End;
        if (!budget.TryTakePage())
            return LookupMove.OutOfBudget;

        // What lies between the last row and the place that is wanted is passed over, not read.
        await foreach (var (rows, hasMore) in index.PagesAsync(merchantId, key, from, end, size, cancellationToken))
        {
            (_rows, _at, _hasMore) = (rows, 0, hasMore);
            if (rows.Count > 0)
                return LookupMove.Found;
            if (hasMore && !budget.TryTakePage())
                return LookupMove.OutOfBudget;
        }

        return LookupMove.End;
    }

    /// <summary>The operation where it stands; null for another kind, and for a row that cannot be read.</summary>
    /// <param name="kind">The kind that is wanted; null for any.</param>
    /// <param name="next">Where the list goes on behind it.</param>
    public Candidate? CandidateOf(OperationKind? kind, string next) =>
        (kind is null || _rows[_at].GetString("kind") == kind.ToString())
        && LookupKey.TryReadPosition(Position, out var id)
        && InvoiceNo.TryParse(_rows[_at].GetString("invoiceNo"), out var invoiceNo, out _)
            ? new Candidate(id, invoiceNo, next)
            : null;
}
