using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>R3 to R6 of an accepted operation: read, take the right to send, send once, write what came of it.</summary>
internal sealed class AcceptedStep(
    GatewayReader gateway,
    GatewayMemory memory,
    GatewaySender sender,
    RunWriter writer,
    OperationTimes times,
    TimeProvider time
)
{
    /// <summary>Whether an operation has stood for too long behind one that a person has to decide.</summary>
    public static bool IsStuck(OperationRow row, InvoiceSnapshot ledger, OperationTimes times, DateTimeOffset now) =>
        !row.NeedsReview
        && ledger.Line is [var first, ..]
        && ledger.Find(first.Id)?.ReviewSince is { } since
        && now - since >= times.Patience
        && now - row.CreatedAt >= times.Patience;

    public async Task TakeAsync(OperationRun run)
    {
        if (run.Blocker is { } blocker)
        {
            await BlockAsync(run, blocker);
            return;
        }

        if (!MayBegin(run))
        {
            await writer.GiveBackAsync(run, "Nothing new is begun now");
            return;
        }

        var (preflight, takesEcho) = await ReadAsync(run);
        switch (preflight)
        {
            case Preflight.Hold hold:
                await writer.StayAsync(run, hold.Note, static row => row, appliesNews: false);
                break;
            case Preflight.Change change:
                await writer.FinishAsync(run, change.Transition, appliesNews: true);
                break;
            case Preflight.Ready when !MayBegin(run):
                await writer.GiveBackAsync(run, "Nothing new is begun now");
                break;
            case Preflight.Ready ready:
                await sender.SendAsync(run, ready, takesEcho);
                break;
            default:
                throw new InvalidOperationException("A preflight has no step.");
        }
    }

    private bool MayBegin(OperationRun run) =>
        !run.Stopping.IsCancellationRequested && (run.Limits.SendBefore is not { } limit || time.GetUtcNow() <= limit);

    private async Task BlockAsync(OperationRun run, OperationRow blocker)
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

    private async Task<(Preflight Preflight, bool TakesEcho)> ReadAsync(OperationRun run)
    {
        if (run.Row.Kind != OperationKind.Refund)
            return (await ReadPaymentAsync(run, PaymentPreflightRules.Judge), false);

        var learned = await memory.ReadAsync(run.Merchant.Id, CancellationToken.None);
        var (view, takesEcho) = await gateway.ReadRefundsForAsync(
            run.Merchant,
            run.Row,
            learned,
            times.ReadDeadline,
            run.Stopping
        );
        if (view is GatewayView.NotOffered)
            return (await ReadPaymentAsync(run, RefundPreflightRules.JudgeWithoutList), takesEcho);

        if (view is not GatewayView.Seen seen)
            return (Unseen(run, view), takesEcho);

        var list = new RefundList(run.Row, run.Ledger, seen.Response, seen.Evidence, learned.Echoes);
        if (list.ShowsEcho && !learned.Echoes)
            await memory.RememberEchoAsync(run.Merchant.Id, time.GetUtcNow(), CancellationToken.None);
        return (RefundPreflightRules.Judge(list), takesEcho);
    }

    private async Task<Preflight> ReadPaymentAsync(
        OperationRun run,
        Func<OperationRow, TwoC2P.PaymentAction.PaymentProcessResponse, TwoC2P.Signing.AnswerEvidence, Preflight> judge
    )
    {
        var view = await gateway.ReadPaymentAsync(run.Merchant, run.Row.InvoiceNo, times.ReadDeadline, run.Stopping);
        return view is GatewayView.Seen seen ? judge(run.Row, seen.Response, seen.Evidence) : Unseen(run, view);
    }

    private static Preflight Unseen(OperationRun run, GatewayView view) =>
        view switch
        {
            GatewayView.Missing missing => RefundPreflightRules.Cannot(
                run.Row,
                "2C2P knows no payment of this invoice number",
                missing.Response,
                missing.Evidence
            ),
            GatewayView.OtherSpelling when !run.Row.MaybeSent.Any() => new Preflight.Change(
                Ending.Failed(run.Row, "T3a", "2C2P spells the invoice number otherwise", new GatewayResult(), null)
            ),
            _ => new Preflight.Hold(UnknownStep.Describe(view)),
        };
}
