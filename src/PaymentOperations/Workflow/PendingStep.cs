using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>T15 and T16: asks 2C2P whether it has decided. A callback is a reason to ask; it decides only where 2C2P offers nothing to ask.</summary>
internal sealed class PendingStep(
    GatewayReader gateway,
    GatewayMemory memory,
    RunWriter writer,
    OperationTimes times,
    TimeProvider time
)
{
    public async Task TakeAsync(OperationRun run)
    {
        var (step, isAnswered) = run.Row.Kind == OperationKind.Refund ? await AskRefundsAsync(run) : await AskPaymentAsync(run);
        switch (step)
        {
            case InquiryStep.Change change:
                await writer.FinishAsync(run, change.Transition, appliesNews: true);
                break;
            case InquiryStep.Stay stay when ReviewReason(run) is { } reason:
                await writer.FinishAsync(run, AskPerson(run, stay, reason), appliesNews: isAnswered);
                break;
            case InquiryStep.Stay stay:
                await writer.StayAsync(run, stay.Note, row => WithCallback(run, stay.Edit(row)), appliesNews: isAnswered);
                break;
            default:
                throw new InvalidOperationException("A step of an inquiry is not taken.");
        }
    }

    private async Task<(InquiryStep Step, bool IsAnswered)> AskRefundsAsync(OperationRun run)
    {
        var askedAt = time.GetUtcNow();
        var learned = await memory.ReadAsync(run.Merchant.Id, CancellationToken.None);
        var (view, _) = await gateway.ReadRefundsForAsync(run.Merchant, run.Row, learned, times.ReadDeadline, run.Stopping);
        switch (view)
        {
            case GatewayView.Seen seen:
                var list = new RefundList(run.Row, run.Ledger, seen.Response, seen.Evidence, learned.Echoes);
                if (list.ShowsEcho && !learned.Echoes)
                    await memory.RememberEchoAsync(run.Merchant.Id, askedAt, CancellationToken.None);
                return (PendingRefundRules.Judge(list, new InquiryMoment(askedAt, times, run.Merchant)), true);
            case GatewayView.NotOffered:
                var decided = run
                    .Callbacks.Select(callback => PendingRefundRules.JudgeCallback(run.Row, run.Ledger, callback))
                    .FirstOrDefault(transition => transition is not null);
                return decided is not null
                    ? (new InquiryStep.Change(decided), true)
                    : (new InquiryStep.Stay(UnknownStep.Describe(view), Unchanged), true);
            default:
                return (new InquiryStep.Stay(UnknownStep.Describe(view), Unchanged), false);
        }
    }

    private async Task<(InquiryStep Step, bool IsAnswered)> AskPaymentAsync(OperationRun run)
    {
        var view = await gateway.ReadPaymentAsync(run.Merchant, run.Row.InvoiceNo, times.ReadDeadline, run.Stopping);
        return view is GatewayView.Seen seen
            ? (PaymentInquiryRules.JudgePending(run.Row, seen.Response, seen.Evidence), true)
            : (new InquiryStep.Stay(UnknownStep.Describe(view), Unchanged), false);
    }

    private string? ReviewReason(OperationRun run)
    {
        var row = WithCallback(run, run.Row);
        if (row.NeedsReview)
            return null;

        if (row.CallbackAt is { } said && time.GetUtcNow() - said >= times.DisagreementPatience)
            return $"A verified callback said {row.CallbackStatus}, but 2C2P's own list does not confirm it.";

        return time.GetUtcNow() - row.StatusSince >= times.PendingPatience
            ? $"2C2P has not decided for {times.PendingPatience.TotalDays:0} days."
            : null;
    }

    private static Transition AskPerson(OperationRun run, InquiryStep.Stay stay, string reason) =>
        new()
        {
            Rule = "T15",
            To = OperationStatus.Pending,
            Note = $"{stay.Note}; a person has to look",
            ReviewReason = reason,
            Edit = row => WithCallback(run, stay.Edit(row)),
        };

    // The callback is remembered, so that a lasting disagreement with 2C2P's own list is noticed.
    private static OperationRow WithCallback(OperationRun run, OperationRow row)
    {
        var final = run.Callbacks.LastOrDefault(callback => IsFinal(callback.Answer));
        return final is null ? row : row with { CallbackStatus = final.Answer.Status, CallbackAt = row.CallbackAt ?? final.At };
    }

    private static bool IsFinal(DecisiveAnswer answer)
    {
        var status = new TransactionStatus(answer.Status ?? "");
        return status == TransactionStatus.RefundConfirmed || status.IsFailedRefund;
    }

    private static OperationRow Unchanged(OperationRow row) => row;
}
