using PaymentOperations.Operations;
using PaymentOperations.Reconciliation;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Reconciliation;

/// <summary>A world whose ledger is held against its gateway.</summary>
internal static class ReconciledWorld
{
    public static DateOnly Today(this World world) => DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime);

    public static ReconciliationSettings Reconciliation(this World world) => world.Get<ReconciliationSettings>();

    /// <summary>Reconciles a day and reads the report.</summary>
    public static async Task<IReadOnlyList<ReportLine>> ReconcileAsync(this World world, DateOnly? date = null)
    {
        var day = date ?? world.Today();
        await world.Get<IReconciliations>().StartAsync(world.Merchant, day, CancellationToken.None);
        await world.GoOnAsync(day);
        return await world.ReportAsync(day);
    }

    /// <summary>Gives out pointers until the report is whole and what made it is cleared away.</summary>
    public static async Task GoOnAsync(this World world, DateOnly date)
    {
        while (await world.RunRowAsync(date) is { IsCleared: false } row)
        {
            if (row.ClaimUntil is { } until)
                world.MoveTo(until + world.Times.Skew);
            await world.SliceAsync(row);
        }
    }

    /// <summary>Gives out the pointer to the next slice.</summary>
    public static Task SliceAsync(this World world, ReconciliationRow row, CancellationToken stopping = default) =>
        world.Get<IReconciler>().RunAsync(PointerTo(row), stopping);

    public static ReconciliationMessage PointerTo(ReconciliationRow row) =>
        new(row.MerchantId.Text, Scope.NameOf(row.Date), row.Number, row.Slice);

    public static async Task<ReconciliationRow> RunRowAsync(this World world, DateOnly? date = null) =>
        (
            await world.Get<ReconciliationRows>().FindAsync(world.Merchant.Id, date ?? world.Today(), CancellationToken.None)
        ).ShouldNotBeNull();

    public static async Task<IReadOnlyList<ReportLine>> ReportAsync(this World world, DateOnly date)
    {
        var sut = world.Get<IReconciliations>();
        var run = (await sut.FindAsync(world.Merchant.Id, date, CancellationToken.None)).ShouldNotBeNull();
        run.State.ShouldBe(ReconciliationState.Finished);
        var lines = (await sut.OpenAsync(run, CancellationToken.None)).ShouldNotBeNull();
        List<ReportLine> report = await lines.ToListAsync();
        foreach (var count in run.Findings)
            count.Count.ShouldBe(report.Count(line => line.Finding == count.Finding));
        return report;
    }

    /// <summary>A refund that was sent and answered.</summary>
    public static async Task<OperationId> DoneRefundAsync(this World world, decimal amount = 10m, string invoiceNo = "INV-1")
    {
        var id = await world.RefundAsync(amount, invoiceNo);
        await world.RunAsync(id, invoiceNo);
        // Longer ago than a list may lag.
        world.Time.Advance(world.Times.Patience);
        return id;
    }
}
