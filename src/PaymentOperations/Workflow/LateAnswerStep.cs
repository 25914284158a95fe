using PaymentOperations.Operations;

namespace PaymentOperations.Workflow;

/// <summary>T17: gateway answers whose workers could no longer write them come before anything else.</summary>
internal sealed class LateAnswerStep(RunWriter writer)
{
    /// <summary>True when a late answer changed the operation; the run is then over.</summary>
    public async Task<bool> TryTakeAsync(OperationRun run)
    {
        // A submitting operation is first taken over (T10): then its late answer is judged like any other.
        if (run.Row.Status == OperationStatus.Submitting)
            return false;

        foreach (var message in run.LateAnswers)
        {
            if (LateAnswerRules.Judge(run.Row, run.Ledger, message) is not { } transition)
                continue;

            await writer.FinishAsync(run, transition, appliesNews: true);
            return true;
        }

        return false;
    }
}
