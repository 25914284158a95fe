using PaymentOperations.Merchants;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>Starts reconciliations and reads what became of them.</summary>
internal sealed class ReconciliationStart(
    ReconciliationRows rows,
    ReportBlobs reports,
    ReconciliationQueue queue,
    TimeProvider time
) : IReconciliations
{
    /// <inheritdoc />
    public async Task<ReconciliationRun> StartAsync(Merchant merchant, DateOnly date, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = await rows.FindAsync(merchant.Id, date, cancellationToken);
            var row =
                before is { IsFinished: false } && before.UpdatedAt + ReconciliationRow.TooLong > time.GetUtcNow()
                    ? before
                    : await rows.TryWriteAsync(After(before, merchant, date), cancellationToken);
            if (row is null)
                continue;

            await queue.SendAsync(row, TimeSpan.Zero, cancellationToken);
            return row.ToRun();
        }
    }

    /// <inheritdoc />
    public async Task<ReconciliationRun?> FindAsync(MerchantId merchantId, DateOnly date, CancellationToken cancellationToken) =>
        (await rows.FindAsync(merchantId, date, cancellationToken))?.ToRun();

    /// <inheritdoc />
    public Task<IAsyncEnumerable<ReportLine>?> OpenAsync(ReconciliationRun run, CancellationToken cancellationToken) =>
        reports.OpenAsync(ReconciliationRow.BlobNameOf(run.MerchantId, run.Date, run.Number), cancellationToken);

    private ReconciliationRow After(ReconciliationRow? before, Merchant merchant, DateOnly date)
    {
        var now = time.GetUtcNow();
        return new ReconciliationRow
        {
            MerchantId = merchant.Id,
            Date = date,
            Number = (before?.Number ?? 0) + 1,
            StartedAt = now,
            UpdatedAt = now,
            ETag = before?.ETag ?? default,
        };
    }
}
