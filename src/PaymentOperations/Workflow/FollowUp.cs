using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>What follows a committed change (R7, R8): hints are brought up to date, the next look is planned, and the next in line is woken. All of it is repaired by the sweep if it is lost.</summary>
internal sealed class FollowUp(
    InvoiceLedger ledger,
    OpenOperations open,
    OperationQueue queue,
    OperationTimes times,
    TimeProvider time
)
{
    /// <summary>After a transition.</summary>
    public async Task AfterAsync(OperationRow row, bool leftLine, string? traceParent, CancellationToken cancellationToken)
    {
        await open.FollowAsync(row, row.NextActionAt + times.SweepMargin, cancellationToken);
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
        var (_, line) = await ledger.ReadForAcceptAsync(row.MerchantId, row.InvoiceNo, cancellationToken);
        if (line is [var first, ..])
            await queue.SendAsync(
                new OperationHint(first.Id, row.MerchantId, row.InvoiceNo, first.Kind, null),
                TimeSpan.Zero,
                // It has a trace of its own, which its run finds in the ledger.
                traceParent: null,
                cancellationToken
            );
    }
}
