using PaymentOperations.Merchants;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>A merchant's reconciliations, for those who ask.</summary>
public interface IReconciliations
{
    /// <summary>Starts the reconciliation of a day, or answers the one that is running. A day that was reconciled before is reconciled anew.</summary>
    /// <param name="merchant">Whose.</param>
    /// <param name="date">The last of its days (UTC).</param>
    /// <param name="cancellationToken">The caller went away.</param>
    Task<ReconciliationRun> StartAsync(Merchant merchant, DateOnly date, CancellationToken cancellationToken);

    /// <summary>The newest reconciliation of a day; null when there is none.</summary>
    Task<ReconciliationRun?> FindAsync(MerchantId merchantId, DateOnly date, CancellationToken cancellationToken);

    /// <summary>The lines of a finished one, read from storage as they are taken. Null when the report is kept no more.</summary>
    Task<IAsyncEnumerable<ReportLine>?> OpenAsync(ReconciliationRun run, CancellationToken cancellationToken);
}
