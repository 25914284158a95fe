using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>What an accepted operation does that is not first in its invoice's line (T14b).</summary>
internal sealed class LineRule(RunWriter writer, OperationTimes times, TimeProvider time)
{
    /// <summary>Whether an operation has stood for too long behind one that a person has to decide, or behind any: 2C2P may call that one pending for days.</summary>
    public static bool IsStuck(OperationRow row, InvoiceSnapshot ledger, OperationTimes times, DateTimeOffset now) =>
        !row.NeedsReview
        && ledger.Line is [var first, ..]
        && ledger.Find(first.Id) is { } blocker
        && (
            (blocker.ReviewSince is { } since && now - since >= times.Patience && now - row.CreatedAt >= times.Patience)
            || now - (row.PatienceFrom ?? row.CreatedAt) >= times.AcceptedPatience
        );

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
                Note = blocker.NeedsReview
                    ? $"It waits behind {blocker.Id}, which a person has to decide"
                    : $"It has waited too long behind {blocker.Id}, which has not ended",
                ReviewReason = blocker.NeedsReview
                    ? $"It waits behind operation {blocker.Id}, which needs review."
                    : $"It waits behind operation {blocker.Id}, which has not ended for {times.AcceptedPatience.TotalHours:0} hours.",
                // The pointer that wakes it when its turn comes (R8) must find it due, not an hour early.
                DueAtOnce = true,
            },
            appliesNews: false
        );
    }
}
