using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>T10 to T14: asks 2C2P what became of a request that may have been sent.</summary>
internal sealed class UnknownStep(
    GatewayReader gateway,
    GatewayMemory memory,
    RunWriter writer,
    LateAnswerStep late,
    OperationTimes times,
    TimeProvider time
)
{
    /// <summary>T10: a worker that may have been sending is gone; nothing is known of what it did.</summary>
    public async Task TakeOverAsync(OperationRun run)
    {
        var row = await writer.GoOnAsync(
            run,
            new Transition
            {
                Rule = "T10",
                To = OperationStatus.Unknown,
                Note = "The worker that was sending is gone; 2C2P will be asked",
                KeepsClaim = true,
                DueAtOnce = true,
            }
        );
        if (row is null)
            return;

        var next = run with { Row = row };
        if (!await late.TryTakeAsync(next))
            await TakeAsync(next);
    }

    public async Task TakeAsync(OperationRun run)
    {
        var askedAt = time.GetUtcNow();
        var (step, isAnswered) =
            run.Row.Kind == OperationKind.Refund ? await AskRefundsAsync(run, askedAt) : await AskPaymentAsync(run, askedAt);
        switch (step)
        {
            case InquiryStep.Change change:
                await writer.FinishAsync(run, change.Transition, appliesNews: true);
                break;
            case InquiryStep.Stay stay when IsOverdue(run.Row):
                await writer.FinishAsync(run, AskPerson(stay), appliesNews: isAnswered);
                break;
            case InquiryStep.Stay stay:
                await writer.StayAsync(run, stay.Note, stay.Edit, appliesNews: isAnswered);
                break;
            default:
                throw new InvalidOperationException("A step of an inquiry is not taken.");
        }
    }

    private bool IsOverdue(OperationRow row) => !row.NeedsReview && time.GetUtcNow() - row.StatusSince >= times.Patience;

    private async Task<(InquiryStep Step, bool IsAnswered)> AskRefundsAsync(OperationRun run, DateTimeOffset askedAt)
    {
        var learned = await memory.ReadAsync(run.Merchant.Id, CancellationToken.None);
        var (view, _) = await gateway.ReadRefundsForAsync(run.Merchant, run.Row, learned, times.ReadDeadline, run.Stopping);
        switch (view)
        {
            case GatewayView.Seen seen:
                var list = new RefundList(run.Row, run.Ledger, seen.Response, seen.Evidence, learned.Echoes);
                if (list.ShowsEcho && !learned.Echoes)
                    await memory.RememberEchoAsync(run.Merchant.Id, askedAt, CancellationToken.None);
                return (RefundInquiryRules.JudgeUnknown(list, Moment(run, askedAt)), true);
            case GatewayView.NotOffered when !run.Row.NeedsReview:
                return (
                    new InquiryStep.Change(AskPerson(new("2C2P offers no list of refunds for this payment", Unchanged))),
                    true
                );
            default:
                return (new InquiryStep.Stay(Describe(view), Unchanged), view is GatewayView.NotOffered);
        }
    }

    private async Task<(InquiryStep Step, bool IsAnswered)> AskPaymentAsync(OperationRun run, DateTimeOffset askedAt)
    {
        var view = await gateway.ReadPaymentAsync(run.Merchant, run.Row.InvoiceNo, times.ReadDeadline, run.Stopping);
        return view is GatewayView.Seen seen
            ? (PaymentInquiryRules.JudgeUnknown(run.Row, seen.Response, seen.Evidence, Moment(run, askedAt)), true)
            : (new InquiryStep.Stay(Describe(view), Unchanged), false);
    }

    private InquiryMoment Moment(OperationRun run, DateTimeOffset askedAt) => new(askedAt, times, run.Merchant);

    private static Transition AskPerson(InquiryStep.Stay stay) =>
        new()
        {
            Rule = "T14",
            To = OperationStatus.Unknown,
            Note = $"{stay.Note}; a person has to decide",
            ReviewReason = $"It cannot be told whether 2C2P did it. {stay.Note}.",
            Alarm = "outcome unknown, a person has to decide",
            Edit = stay.Edit,
        };

    internal static string Describe(GatewayView view) =>
        view switch
        {
            GatewayView.Seen => "2C2P answered",
            GatewayView.Missing => $"2C2P does not know the payment ({ResultCode.TransactionNotFound})",
            GatewayView.OtherSpelling => "2C2P spells the invoice number otherwise",
            GatewayView.NotOffered => "2C2P offers no list of refunds for this payment",
            GatewayView.Refused refused => $"2C2P refused the question ({refused.Response.RespCode})",
            GatewayView.Silent silent => silent.Note,
            _ => throw new InvalidOperationException("A view of the gateway has no words."),
        };

    private static OperationRow Unchanged(OperationRow row) => row;
}
