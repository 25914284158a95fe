using System.Collections.Concurrent;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Reconciliation;
using TwoC2P;

namespace Functions.Tests.Support;

/// <summary>Reconciliations as the test says.</summary>
internal sealed class FakeReconciliations : IReconciliations
{
    public ConcurrentQueue<(string Merchant, DateOnly Date)> Started { get; } = [];

    public ReconciliationRun? Run { get; set; }

    /// <summary>The lines of the report; null: it is kept no more.</summary>
    public IEnumerable<ReportLine>? Lines { get; set; } = [];

    public Exception? Failure { get; set; }

    public static ReconciliationRun RunOf(DateOnly date, ReconciliationState state = ReconciliationState.Finished) =>
        new()
        {
            MerchantId = new MerchantId("JT01"),
            Date = date,
            Number = 1,
            State = state,
            StartedAt = new(2026, 11, 23, 20, 0, 30, TimeSpan.Zero),
            FinishedAt = state == ReconciliationState.Finished ? new(2026, 11, 23, 20, 1, 0, TimeSpan.Zero) : null,
            Invoices = 2,
            Findings =
            [
                new(Finding.Agree, 1, Money.FromAmount(250m), Money.FromAmount(250m)),
                new(Finding.MissingHere, 1, Money.Zero, Money.FromAmount(20m)),
            ],
        };

    public static ReportLine Agreed { get; } =
        new()
        {
            Finding = Finding.Agree,
            InvoiceNo = "INV-1",
            OperationId = Sample.Id,
            Kind = OperationKind.Refund,
            Status = OperationStatus.Succeeded,
            Amount = Money.FromAmount(250m),
            GatewayReference = "3598743",
            GatewayStatus = "RF",
            GatewayAmount = Money.FromAmount(250m),
        };

    public Task<ReconciliationRun> StartAsync(Merchant merchant, DateOnly date, CancellationToken cancellationToken)
    {
        if (Failure is not null)
            throw Failure;
        Started.Enqueue((merchant.Id.Text, date));
        return Task.FromResult(RunOf(date, ReconciliationState.Running));
    }

    public Task<ReconciliationRun?> FindAsync(MerchantId merchantId, DateOnly date, CancellationToken cancellationToken) =>
        Task.FromResult(Run is { } run && run.MerchantId == merchantId && run.Date == date ? run : null);

    public Task<IAsyncEnumerable<ReportLine>?> OpenAsync(ReconciliationRun run, CancellationToken cancellationToken) =>
        Task.FromResult(Lines?.ToAsyncEnumerable());
}
