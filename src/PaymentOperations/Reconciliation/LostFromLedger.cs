using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>
/// Operations that the index knows as more than accepted and the ledger does not know, beside others of their payment: the ledger is an older copy of itself then, and what agrees is not all that there was.
/// </summary>
internal sealed class LostFromLedger(InvoiceLedger ledger)
{
    private const int AtOnce = 16;

    /// <summary>A line for each that is lost.</summary>
    /// <param name="scope">The run's.</param>
    /// <param name="hints">What no look at a payment began with.</param>
    /// <param name="known">The operations of the payments that were just looked at.</param>
    public async Task<IReadOnlyList<ReportLine>> FindAsync(
        Scope scope,
        IEnumerable<ScopeHint> hints,
        IReadOnlyDictionary<InvoiceNo, IReadOnlySet<OperationId>> known
    )
    {
        List<ReportLine> lines = [];
        // Of what has ended, its day has told already.
        var doubtful = hints.Where(hint =>
            hint is { IsFurther: true, Id: { } id, InvoiceNo: not null }
            && (Scope.IsDay(hint.Position.Source) || !(hint.IsFinal && scope.HasDayOf(id)))
        );
        foreach (var some in doubtful.Chunk(AtOnce))
        {
            var isThere = await Task.WhenAll(some.Select(hint => IsThereAsync(scope, hint, known)));
            lines.AddRange(
                some.Where((_, at) => !isThere[at])
                    .Select(hint => Lines.Lost(hint.InvoiceNo!.Value.Text, hint.Id!.Value.ToString()))
            );
        }

        return lines;
    }

    private async Task<bool> IsThereAsync(
        Scope scope,
        ScopeHint hint,
        IReadOnlyDictionary<InvoiceNo, IReadOnlySet<OperationId>> known
    ) =>
        (known.TryGetValue(hint.InvoiceNo!.Value, out var operations) && operations.Contains(hint.Id!.Value))
        || await ledger.IsThereAsync(scope.MerchantId, hint.InvoiceNo.Value, hint.Id!.Value, CancellationToken.None);
}
