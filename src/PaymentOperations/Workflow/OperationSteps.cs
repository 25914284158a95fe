using PaymentOperations.Operations;

namespace PaymentOperations.Workflow;

/// <summary>The step of each status.</summary>
internal sealed class OperationSteps(
    AcceptedStep accepted,
    UnknownStep unknown,
    PendingStep pending,
    FinalStep final,
    LateAnswerStep late
)
{
    public async Task TakeAsync(OperationRun run)
    {
        if (!run.Row.IsFinal && await late.TryTakeAsync(run))
            return;

        await (
            run.Row.Status switch
            {
                OperationStatus.Accepted => accepted.TakeAsync(run),
                OperationStatus.Submitting => unknown.TakeOverAsync(run),
                OperationStatus.Unknown => unknown.TakeAsync(run),
                OperationStatus.Pending => pending.TakeAsync(run),
                OperationStatus.Succeeded or OperationStatus.Failed => final.TakeAsync(run),
                _ => throw new InvalidOperationException($"The status {run.Row.Status} has no step."),
            }
        );
    }
}
