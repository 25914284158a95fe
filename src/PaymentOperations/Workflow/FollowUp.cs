using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>What follows a committed change (R7, R8): hints are brought up to date, the next look is planned, and the next in line is woken. All of it is repaired by the sweep if it is lost.</summary>
internal sealed class FollowUp(
    InvoiceLedger ledger,
    OpenOperations open,
    LookupWriter lookup,
    OperationQueue queue,
    OperationTimes times,
    TimeProvider time
)
{
    /// <summary>After a transition.</summary>
    public async Task AfterAsync(OperationRow row, bool leftLine, string? traceParent, CancellationToken cancellationToken)
    {
        await open.FollowAsync(row, NextCheckOf(row), cancellationToken);
        await lookup.RepairAsync(row);
        if (OpenOperations.Leaves(row))
            await lookup.ForgetReviewAsync(row);
        if (!row.IsFinal)
            await PlanAsync(row, traceParent, cancellationToken);

        if (leftLine)
            await WakeNextAsync(row, cancellationToken);
    }

    /// <summary>Makes the pointer for the next look.</summary>
    public Task PlanAsync(OperationRow row, string? traceParent, CancellationToken cancellationToken) =>
        queue.SendAsync(OperationHint.Of(row), row.NextActionAt - time.GetUtcNow(), traceParent, cancellationToken);

    private async Task WakeNextAsync(OperationRow row, CancellationToken cancellationToken)
    {
        if (await ledger.FirstInLineAsync(row.MerchantId, row.InvoiceNo, cancellationToken) is { } first)
            await queue.SendAsync(
                new OperationHint(first.Id, row.MerchantId, row.InvoiceNo, first.Kind, null),
                TimeSpan.Zero,
                // It has a trace of its own, which its run finds in the ledger.
                traceParent: null,
                cancellationToken
            );
    }

    // A final operation stays among what is outstanding until the watch after its end, which the sweep sets off, and as long as it waits for a person.
    private DateTimeOffset NextCheckOf(OperationRow row) =>
        Schedule.Watch(row, times) is { } watch && watch > time.GetUtcNow() ? watch
        : row is { IsFinal: true, WatchedAt: not null } ? time.GetUtcNow() + times.LongestWait
        : row.NextActionAt + times.SweepMargin;
}
