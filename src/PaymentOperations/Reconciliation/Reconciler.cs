using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;

namespace PaymentOperations.Reconciliation;

/// <summary>Does a run slice by slice. A worker that dies anywhere leaves a slice that is either committed or not: the next one goes on from the row.</summary>
internal sealed partial class Reconciler(
    IMerchants merchants,
    ReconciliationRows rows,
    ReconciliationStart start,
    SliceReader slices,
    ReportBlobs reports,
    ReconciliationQueue queue,
    DifferenceEvents events,
    ReconciliationMetrics metrics,
    ReconciliationSettings settings,
    OperationTimes times,
    TimeProvider time,
    ILogger<Reconciler> logger
) : IReconciler
{
    // A pointer to the next slice leaves before the slice is committed, so that none is lost in between; it should arrive after.
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(1);

    // Hours are for hundreds of thousands of payments.

    /// <inheritdoc />
    public async Task StartDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var merchant in merchants.All)
        {
            try
            {
                await StartDueAsync(merchant, now, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One merchant's reconciliation must not keep the others' from being started.
                LogNotStarted(logger, exception, merchant.Id.Text);
            }
        }
    }

    // What somebody started earlier in the day is not the day's own.
    private async Task StartDueAsync(Merchant merchant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (await rows.FindAsync(merchant.Id, today.AddDays(-1), cancellationToken) is { } before)
            await WakeAsync(before, now, cancellationToken);
        var row = await rows.FindAsync(merchant.Id, today, cancellationToken);
        if (row is not null)
            await WakeAsync(row, now, cancellationToken);

        var due = new DateTimeOffset(today, new TimeOnly(settings.Hour, 0), TimeSpan.Zero);
        if (now >= due && (row is null || (row.IsFinished && row.StartedAt < due)))
            await start.StartAsync(merchant, today, cancellationToken);
    }

    /// <inheritdoc />
    public async Task RunAsync(ReconciliationMessage message, CancellationToken cancellationToken)
    {
        if (merchants.Find(message.MerchantId) is not { } merchant)
        {
            LogUnknownMerchant(logger, message.MerchantId, message.Date);
            return;
        }

        var row = await rows.FindAsync(merchant.Id, Scope.DateOf(message.Date), CancellationToken.None);
        if (row is null || row.Number != message.Number || row.Slice > message.Slice || row.IsCleared)
            return;
        if (row.ClaimUntil + times.Skew > time.GetUtcNow())
        {
            // Another worker is at it, or died there: then this pointer goes on.
            var wait = row.Slice < message.Slice ? times.PutOff : row.ClaimUntil!.Value + times.Skew - time.GetUtcNow();
            await queue.SendAsync(message, wait, CancellationToken.None);
            return;
        }

        // The slice before was never committed: the pointer to it comes again.
        if (row.Slice < message.Slice || await TryClaimAsync(row) is not { } claimed)
            return;

        if (claimed.IsFinished)
            await ClearAsync(claimed);
        else if (claimed.Next is null)
            await FinishAsync(claimed);
        else
            await TakeSliceAsync(merchant, claimed, cancellationToken);
    }

    private Task<ReconciliationRow?> TryClaimAsync(ReconciliationRow row) =>
        rows.TryWriteAsync(
            row with
            {
                ClaimToken = Workflow.Claims.NewToken(),
                ClaimUntil = time.GetUtcNow() + settings.Claim,
            },
            CancellationToken.None
        );

    private async Task TakeSliceAsync(Merchant merchant, ReconciliationRow claimed, CancellationToken stopping)
    {
        var found = await slices.ReadAsync(merchant, claimed, stopping);
        var block = found.Lines.Count == 0 ? null : await reports.StageAsync(claimed, found.Lines, CancellationToken.None);
        await events.TellAsync(claimed.MerchantId, found.Lines, CancellationToken.None);
        var next = Released(claimed) with
        {
            Next = found.Next,
            Slice = claimed.Slice + 1,
            Invoices = claimed.Invoices + found.Invoices.Count,
            Findings = FindingCounts.Add(claimed.Findings, found.Lines),
            SilentSince = found.IsSilent ? claimed.SilentSince ?? time.GetUtcNow() : null,
        };
        await queue.SendAsync(next, found.IsSilent ? times.GatewayBreak : Afterwards, CancellationToken.None);
        if (await rows.TryCommitSliceAsync(next, block, found.Invoices, CancellationToken.None) is not null)
            metrics.Found(found.Lines);
    }

    private async Task FinishAsync(ReconciliationRow claimed)
    {
        await reports.CommitAsync(claimed, await rows.ReadBlocksAsync(claimed, CancellationToken.None), CancellationToken.None);
        Tell(claimed);
        var finished = Released(claimed) with { FinishedAt = time.GetUtcNow(), Slice = claimed.Slice + 1 };
        await queue.SendAsync(finished, Afterwards, CancellationToken.None);
        await rows.TryWriteAsync(finished, CancellationToken.None);
    }

    private async Task ClearAsync(ReconciliationRow claimed)
    {
        await rows.ClearAsync(claimed, CancellationToken.None);
        await rows.TryWriteAsync(Released(claimed) with { IsCleared = true }, CancellationToken.None);
    }

    // Before the end is written: told twice is better than not at all.
    private void Tell(ReconciliationRow row)
    {
        var date = Scope.NameOf(row.Date);
        var differences = row.Findings.Where(count => count.Finding.IsDifference()).Sum(count => count.Count);
        if (differences > 0)
            LogDifferences(logger, row.MerchantId.Text, date, differences);
        var unknown = row
            .Findings.Where(count => count.Finding is Finding.Unreadable or Finding.Unasked)
            .Sum(count => count.Count);
        if (unknown > 0)
            LogUnknown(logger, row.MerchantId.Text, date, unknown);
    }

    private ReconciliationRow Released(ReconciliationRow row) =>
        row with
        {
            ClaimToken = null,
            ClaimUntil = null,
            UpdatedAt = time.GetUtcNow(),
        };

    private async Task WakeAsync(ReconciliationRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!row.IsFinished && row.StartedAt + ReconciliationRow.TooLong <= now)
            LogTooLong(logger, row.MerchantId.Text, Scope.NameOf(row.Date), ReconciliationRow.TooLong.TotalHours);
        var quietSince = row.ClaimUntil is { } until && until > row.UpdatedAt ? until : row.UpdatedAt;
        if (!row.IsCleared && quietSince + settings.WakeAfter <= now)
            await queue.SendAsync(row, TimeSpan.Zero, cancellationToken);
    }

    [LoggerMessage(
        2700,
        LogLevel.Error,
        "The reconciliation of merchant {MerchantId} of {Date} found {Differences} difference(s) with 2C2P; its report names them"
    )]
    private static partial void LogDifferences(ILogger logger, string merchantId, string date, int differences);

    [LoggerMessage(
        2702,
        LogLevel.Warning,
        "The reconciliation of merchant {MerchantId} of {Date} has {Count} line(s) about which 2C2P's word is not known"
    )]
    private static partial void LogUnknown(ILogger logger, string merchantId, string date, int count);

    [LoggerMessage(2703, LogLevel.Error, "The reconciliation of merchant {MerchantId} could not be started; it is tried again")]
    private static partial void LogNotStarted(ILogger logger, Exception exception, string merchantId);

    [LoggerMessage(
        2704,
        LogLevel.Error,
        "Merchant {MerchantId} is not configured; its reconciliation of {Date} is left as it is"
    )]
    private static partial void LogUnknownMerchant(ILogger logger, string merchantId, string date);

    [LoggerMessage(
        2705,
        LogLevel.Error,
        "The reconciliation of merchant {MerchantId} of {Date} is not finished after {Hours} hours; it goes on"
    )]
    private static partial void LogTooLong(ILogger logger, string merchantId, string date, double hours);
}
