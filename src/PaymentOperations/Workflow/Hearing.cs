using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>One hearing of an operation under its claim: collect the case file, look at the gateway once, let the judge decide, carry the verdict out.</summary>
internal sealed class Hearing(
    GatewayLook gateway,
    GatewaySender sender,
    PersonsHearing persons,
    LineRule line,
    RunWriter writer,
    SiblingNews siblings,
    OperationTimes times,
    TimeProvider time
)
{
    public async Task TakeAsync(OperationRun run)
    {
        if (run.Row.Status == OperationStatus.Submitting)
        {
            if (await TakeOverAsync(run) is not { } taken)
                return;
            run = taken;
        }

        if (run.Words is [var word, ..])
            await persons.TakeAsync(run, word);
        else if (run.Row.Status == OperationStatus.Accepted)
            await TakeAcceptedAsync(run);
        else if (!await TryDecideByAnswersAsync(run))
            await LookAsync(run);
    }

    /// <summary>T10: a worker that may have been sending is gone; nothing is known of what it did.</summary>
    private async Task<OperationRun?> TakeOverAsync(OperationRun run) =>
        await writer.GoOnAsync(
            run,
            new Transition
            {
                Rule = "T10",
                To = OperationStatus.Unknown,
                Note = "The worker that was sending is gone; 2C2P will be asked",
                KeepsClaim = true,
                DueAtOnce = true,
            }
        )
            is { } row
            ? run with
            {
                Row = row,
            }
            : null;

    private async Task TakeAcceptedAsync(OperationRun run)
    {
        if (run.Blocker is { } blocker)
        {
            await line.WaitAsync(run, blocker);
            return;
        }

        if (await TryDecideByAnswersAsync(run))
            return;

        if (!MayBegin(run))
        {
            await writer.GiveBackAsync(run, "Nothing new is begun now");
            return;
        }

        await LookAsync(run);
    }

    private async Task<bool> TryDecideByAnswersAsync(OperationRun run)
    {
        if (
            run.Row.IsFinal
            || Judge.DecideByAnswers(run.File(times, time.GetUtcNow())) is not Verdict.Change { Transition: var transition }
        )
            return false;

        await writer.FinishAsync(run, transition, appliesNews: true);
        return true;
    }

    private async Task LookAsync(OperationRun run)
    {
        if (run.Row.IsFinal && !IsWatchDue(run.Row))
        {
            await CarryOutAsync(run, Judge.Decide(run.File(times, time.GetUtcNow()), null), isAnswered: true, takesEcho: false);
            return;
        }

        var (look, takesEcho) = await gateway.TakeAsync(run);
        var verdict = Judge.Decide(run.File(times, time.GetUtcNow()), look);
        if (verdict is Verdict.LookAtPayment)
        {
            look = (await gateway.TakeOfPaymentAsync(run)) with { RestoredAt = look.RestoredAt };
            verdict = Judge.DecideByPayment(run.File(times, time.GetUtcNow()), look);
        }

        await CarryOutAsync(run, verdict, look.View is not GatewayView.Silent, takesEcho);
    }

    private async Task CarryOutAsync(OperationRun run, Verdict verdict, bool isAnswered, bool takesEcho)
    {
        await siblings.TellAsync(verdict.Siblings, run.TraceParent);
        switch (verdict)
        {
            case Verdict.Stay stay:
                await writer.StayAsync(run, stay.Note, stay.Edit, appliesNews: isAnswered);
                break;
            case Verdict.Change change:
                await writer.FinishAsync(run, change.Transition, appliesNews: true);
                break;
            case Verdict.Rest rest:
                await writer.RestAsync(run, rest.Edit);
                break;
            case Verdict.Send when !MayBegin(run):
                await writer.GiveBackAsync(run, "Nothing new is begun now");
                break;
            case Verdict.Send send:
                await sender.SendAsync(run, send.Permit, takesEcho);
                break;
            default:
                throw new InvalidOperationException($"The verdict {verdict.GetType().Name} is not carried out.");
        }
    }

    private bool IsWatchDue(OperationRow row) => Schedule.Watch(row, times) is { } watch && watch <= time.GetUtcNow();

    private bool MayBegin(OperationRun run) =>
        !run.Stopping.IsCancellationRequested && (run.Limits.SendBefore is not { } limit || time.GetUtcNow() <= limit);
}
