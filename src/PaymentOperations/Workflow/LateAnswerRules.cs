using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Workflow;

/// <summary>What a gateway answer that its worker could no longer write means (T17), and what any message means for a final operation (T19).</summary>
internal static class LateAnswerRules
{
    /// <summary>The transition that the answer asks for, or null when it says nothing new.</summary>
    public static Transition? Judge(OperationRow row, InvoiceSnapshot ledger, InboxMessage message)
    {
        var evidence = new AnswerEvidence(HashForm.Full, message.Answer.KeyVersion ?? "", message.Hash);
        var answer = AnswerReader.ToResponse(message.Answer, row);
        var asOfThen = row with { Attempts = [.. row.Attempts.Where(attempt => attempt.Number <= message.Attempt)] };
        var judged = AnswerRules.JudgeVerified(asOfThen, ledger, answer, evidence) with
        {
            Rule = "T17",
            Evidence = message.Answer,
        };
        if (row.Status == OperationStatus.Pending)
            return IsOfAnotherRefund(row, answer, judged)
                ? Double(judged) with
                {
                    To = OperationStatus.Pending,
                    Reference = null,
                    LeavesLine = false,
                    Gateway = null,
                }
                : null;

        var isOnlyAttempt = row.MaybeSent.ToList() is [var only] && only.Number == message.Attempt;
        if (isOnlyAttempt)
            return judged.To == OperationStatus.Unknown && !DecidesLater(row, answer.RespCode)
                ? null
                : judged with
                {
                    Edit = changed => WithAnswer(changed, message),
                };

        return judged.To == OperationStatus.Succeeded ? Double(judged) : null;
    }

    /// <summary>Whether a message contradicts how the operation ended.</summary>
    public static bool Contradicts(OperationRow row, InboxMessage message)
    {
        var answer = AnswerReader.ToResponse(message.Answer, row);
        var saysDone = row.Kind switch
        {
            OperationKind.Refund => answer.Status.Text == "RF",
            OperationKind.Settlement => answer.Status.Text is "RS" or "S" or "SS",
            OperationKind.Void => answer.Status.Text == "V",
            _ => throw new InvalidOperationException($"The kind {row.Kind} has no rule."),
        };
        var reference = RefundReference.Of(answer, row.TransactionReference);
        if (row.Status == OperationStatus.Failed)
            return saysDone || (IsTaken(message, answer) && (reference is null || reference != row.Reference));

        return answer.Status.IsFailedRefund
            || (saysDone && row.Reference is not null && reference is not null && reference != row.Reference);
    }

    /// <summary>T12 asks which of these codes the only attempt was answered with: kept once, so that it can.</summary>
    private static bool DecidesLater(OperationRow row, ResultCode code) =>
        row.MaybeSent.Single().RespCode is null
        && (
            code == ResultCode.AlreadyFullyRefunded || code == ResultCode.SettlementRejected || code == ResultCode.AlreadySettled
        );

    private static OperationRow WithAnswer(OperationRow row, InboxMessage message) =>
        row with
        {
            Attempts =
            [
                .. row.Attempts.Select(attempt =>
                    attempt.Number == message.Attempt
                        ? attempt with
                        {
                            RespCode = message.Answer.RespCode,
                            Outcome = "answered late",
                        }
                        : attempt
                ),
            ],
        };

    /// <summary>Whether the answer says yes to a refund that is not the pending one.</summary>
    private static bool IsOfAnotherRefund(OperationRow row, PaymentProcessResponse answer, Transition judged)
    {
        var reference = RefundReference.Of(answer, row.TransactionReference);
        return judged.To is OperationStatus.Succeeded or OperationStatus.Pending
            && reference is not null
            && reference != row.Reference
            && (row.Reference is not null || row.MaybeSent.Count() > 1);
    }

    // A gateway that took the request may yet do it. Callbacks can be old ones out of order, answers to the request itself cannot.
    private static bool IsTaken(InboxMessage message, PaymentProcessResponse answer) =>
        message.Kind == InboxKind.LateAnswer
        && (
            answer.RespCode == ResultCode.RefundPending
            || answer.Status == TransactionStatus.RefundPending
            || answer.Status == TransactionStatus.VoidPending
        );

    private static Transition Double(Transition transition) =>
        transition with
        {
            ReviewReason = "A late answer of another attempt says that 2C2P did it: money may have moved twice.",
            Alarm = "possible double: more than one attempt was answered as done",
        };
}
