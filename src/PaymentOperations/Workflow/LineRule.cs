using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>What an accepted operation does that is not first in its invoice's line (T14b).</summary>
internal sealed class LineRule(RunWriter writer, OperationTimes times, TimeProvider time)
{
    /// <summary>Whether an operation has stood for too long behind one that a person has to decide.</summary>
    public static bool IsStuck(OperationRow row, InvoiceSnapshot ledger, OperationTimes times, DateTimeOffset now) =>
        !row.NeedsReview
        && ledger.Line is [var first, ..]
        && ledger.Find(first.Id)?.ReviewSince is { } since
        && now - since >= times.Patience
        && now - row.CreatedAt >= times.Patience;

    public async Task WaitAsync(OperationRun run, OperationRow blocker)
    {
        if (!IsStuck(run.Row, run.Ledger, times, time.GetUtcNow()))
        {
            await writer.GiveBackAsync(run, "It is not first in line");
            return;
        }

        await writer.FinishAsync(
            run,
            new Transition
            {
                Rule = "T14b",
                To = OperationStatus.Accepted,
                Note = $"It waits behind {blocker.Id}, which a person has to decide",
                ReviewReason = $"It waits behind operation {blocker.Id}, which needs review.",
                // The pointer that wakes it when its turn comes (R8) must find it due, not an hour early.
                DueAtOnce = true,
            },
            appliesNews: false
        );
    }
}
