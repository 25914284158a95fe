using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Workflow;

/// <summary>What the outcome of the one request of an attempt means (T5 to T9).</summary>
internal static class AnswerRules
{
    public static Transition Judge(OperationRow row, InvoiceSnapshot ledger, PaymentActionOutcome outcome) =>
        outcome switch
        {
            PaymentActionOutcome.NeverSent neverSent => NeverSent(neverSent),
            PaymentActionOutcome.Unknown unknown => Unknown(Describe(unknown), null, null),
            PaymentActionOutcome.Verified verified => JudgeVerified(row, ledger, verified.Response, verified.Evidence),
            _ => throw new InvalidOperationException("An outcome of a call is not judged."),
        };

    /// <summary>What a verified answer to the operation's request means.</summary>
    public static Transition JudgeVerified(
        OperationRow row,
        InvoiceSnapshot ledger,
        PaymentProcessResponse response,
        AnswerEvidence evidence
    )
    {
        var decisive = DecisiveAnswer.Of(response, evidence);
        return row.Kind == OperationKind.Refund
            ? JudgeRefund(row, ledger, response, decisive)
            : JudgePaymentChange(row, response, decisive);
    }

    /// <summary>Whether an attempt before the last may have been sent: then a refusal may speak of that one.</summary>
    public static bool MayHaveBeenSentBefore(OperationRow row) => row.Attempts.SkipLast(1).Any(attempt => !attempt.NeverSent);

    private static Transition JudgeRefund(
        OperationRow row,
        InvoiceSnapshot ledger,
        PaymentProcessResponse response,
        DecisiveAnswer decisive
    )
    {
        var reference = RefundReference.Of(response, row.TransactionReference);
        if (ledger.IsOwnedByAnother(reference, row.Id) || (reference is not null && row.Baseline?.Contains(reference) == true))
            return Unknown("2C2P answered with the reference of another refund", response, decisive);

        var gateway = GatewayResults.OfRefund(response, row, reference);
        var (code, status) = (response.RespCode, response.Status);
        if (code == ResultCode.RefundPending || (code == ResultCode.Success && status == TransactionStatus.RefundPending))
            return Ending.Pending(row, "T7", "2C2P took the refund and decides later", gateway, decisive, reference);

        if (code == ResultCode.Success)
            return status == TransactionStatus.RefundConfirmed && reference is not null
                ? Ending.Succeeded(row, "T6", "2C2P confirmed the refund", gateway, decisive, reference)
                : Unknown(
                    $"2C2P answered success with status {status}{(reference is null ? " and without a refund reference" : "")}",
                    response,
                    decisive
                );

        return JudgeRefusal(row, response, gateway, decisive);
    }

    private static Transition JudgePaymentChange(OperationRow row, PaymentProcessResponse response, DecisiveAnswer decisive)
    {
        var gateway = GatewayResults.Of(response);
        var (code, status) = (response.RespCode, response.Status);
        if (code != ResultCode.Success)
            return JudgeRefusal(row, response, gateway, decisive);

        var isDone =
            row.Kind == OperationKind.Settlement
                ? status == TransactionStatus.ReadyForSettlement || status.IsSettled
                : status == TransactionStatus.Voided;
        if (isDone)
            return Ending.Succeeded(
                row,
                "T6",
                row.Kind == OperationKind.Settlement ? "2C2P settles the payment" : "2C2P voided the payment",
                gateway,
                decisive,
                null
            );

        return row.Kind == OperationKind.Void && status == TransactionStatus.VoidPending
            ? Ending.Pending(row, "T7", "2C2P took the void and decides later", gateway, decisive, null)
            : Unknown($"2C2P answered success with status {status}", response, decisive);
    }

    private static Transition JudgeRefusal(
        OperationRow row,
        PaymentProcessResponse response,
        GatewayResult gateway,
        DecisiveAnswer decisive
    )
    {
        if (!Refusals.IsCertain(response.RespCode))
            return Unknown($"2C2P answered {response.RespCode}, which does not say what it did", response, decisive);

        return MayHaveBeenSentBefore(row)
            ? Unknown($"2C2P refused with {response.RespCode}, but an earlier attempt may have been sent", response, decisive)
            : Ending.Failed(row, "T8", $"2C2P refused with {response.RespCode}", gateway, decisive) with
            {
                Edit = changed => WithLastAttempt(changed, response.RespCode.Text, "refused"),
            };
    }

    private static Transition NeverSent(PaymentActionOutcome.NeverSent outcome) =>
        new()
        {
            Rule = "T5",
            To = OperationStatus.Accepted,
            Note = $"The request never left ({outcome.Reason}); it will be tried again",
            ReviewReason =
                outcome.Reason == NeverSentReason.InvalidRequest
                    ? $"The request breaks 2C2P's field table: {string.Join(", ", outcome.Errors.Select(error => error.Field))}."
                    : null,
            Edit = row =>
                row with
                {
                    // Of the attempts that never left, only the last is kept: a long outage must not fill the row.
                    Attempts =
                    [
                        .. row.Attempts.SkipLast(1).Where(attempt => !attempt.NeverSent),
                        row.Attempts[^1] with
                        {
                            NeverSent = true,
                            Outcome = $"never sent: {outcome.Reason}",
                        },
                    ],
                },
        };

    private static Transition Unknown(string note, PaymentProcessResponse? response, DecisiveAnswer? decisive) =>
        new()
        {
            Rule = "T9",
            To = OperationStatus.Unknown,
            Note = $"{note}; 2C2P will be asked",
            Evidence = decisive,
            Edit = row => WithLastAttempt(row, response?.RespCode.Text, note),
        };

    private static OperationRow WithLastAttempt(OperationRow row, string? respCode, string outcome) =>
        row.Attempts.Count == 0
            ? row
            : row with
            {
                Attempts = [.. row.Attempts.SkipLast(1), row.Attempts[^1] with { RespCode = respCode, Outcome = outcome }],
            };

    private static string Describe(PaymentActionOutcome.Unknown outcome) =>
        outcome.Reason switch
        {
            UnknownReason.TimedOut => "2C2P did not answer in time",
            UnknownReason.ConnectionLost => "The connection broke before 2C2P's answer",
            UnknownReason.HttpStatus => $"2C2P's server answered HTTP {outcome.HttpStatus}",
            UnknownReason.Unreadable => "2C2P's answer cannot be read",
            UnknownReason.Unverified => "2C2P's answer has no valid hash",
            UnknownReason.Mismatched => "2C2P's answer does not belong to the request",
            _ => throw new InvalidOperationException($"The reason {outcome.Reason} has no words."),
        };
}
