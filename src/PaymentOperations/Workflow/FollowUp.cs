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
    /// <param name="row">The operation as it was written.</param>
    /// <param name="leftLine">Whether it gave up its place in the invoice's line.</param>
    /// <param name="traceParent">Trace context for what follows.</param>
    /// <param name="cancellationToken">Who waits for it went away.</param>
    /// <param name="lineBehind">Who stands in line now; null where that is to be read.</param>
    public async Task AfterAsync(
        OperationRow row,
        bool leftLine,
        string? traceParent,
        CancellationToken cancellationToken,
        IReadOnlyList<LinePlace>? lineBehind = null
    )
    {
        await open.FollowAsync(row, NextCheckOf(row), cancellationToken);
        await lookup.RepairAsync(row);
        if (OpenOperations.Leaves(row))
            await lookup.ForgetReviewAsync(row);
        if (!row.IsFinal)
            await PlanAsync(row, traceParent, cancellationToken);

        if (leftLine)
            await WakeNextAsync(row, lineBehind, cancellationToken);
    }

    /// <summary>Makes the pointer for the next look.</summary>
    public Task PlanAsync(OperationRow row, string? traceParent, CancellationToken cancellationToken) =>
        queue.SendAsync(OperationHint.Of(row), row.NextActionAt - time.GetUtcNow(), traceParent, cancellationToken);

    private async Task WakeNextAsync(OperationRow row, IReadOnlyList<LinePlace>? line, CancellationToken cancellationToken)
    {
        var next =
            line is null ? await ledger.FirstInLineAsync(row.MerchantId, row.InvoiceNo, cancellationToken)
            : line is [var waiting, ..] ? waiting
            : null;
        if (next is { } first)
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
