using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Workflow;

/// <summary>What a verified inquiry means for a settlement or a void whose effect is unknown (T11 to T13) or pending (T15).</summary>
internal static class PaymentInquiryRules
{
    /// <summary>OURS for S and V: a payment is settled and voided at most once.</summary>
    public static bool ShowsOurs(OperationRow row, PaymentProcessResponse payment) =>
        row.Kind == OperationKind.Settlement
            ? IsCaptured(payment) && payment.Amount == row.Amount
            : payment.Status == TransactionStatus.Voided || payment.Status == TransactionStatus.VoidPending;

    public static InquiryStep JudgeUnknown(
        OperationRow row,
        PaymentProcessResponse payment,
        AnswerEvidence evidence,
        InquiryMoment moment
    )
    {
        var gateway = GatewayResults.Of(payment);
        var decisive = DecisiveAnswer.Of(payment, evidence);
        if (ShowsOurs(row, payment))
            return new InquiryStep.Change(
                payment.Status == TransactionStatus.VoidPending
                    ? Ending.Pending(row, "T11", "2C2P shows the void as pending", gateway, decisive, null)
                    : Ending.Succeeded(row, "T11", $"2C2P shows the payment as {payment.Status}", gateway, decisive, null)
            );

        if (RefusedForCertain(row, payment) is { } refusal)
            return new InquiryStep.Change(
                Ending.Failed(row, "T12", refusal, gateway with { RespCode = row.MaybeSent.Single().RespCode }, decisive)
            );

        if (IsCaptured(payment) && row.Kind == OperationKind.Settlement)
            return new InquiryStep.Stay(
                $"2C2P shows a capture of another amount ({payment.AmountText})",
                changed => changed with { AbsentSince = null }
            );

        var (isCertain, since) = Absence.After(row, moment);
        if (isCertain && IsExcluded(row, payment))
            return new InquiryStep.Change(
                Ending.Failed(row, "T12", $"The payment is {payment.Status}, which excludes it", gateway, decisive)
            );

        if (isCertain && MayResend(row, payment, moment))
            return new InquiryStep.Change(
                new Transition
                {
                    Rule = "T13",
                    To = OperationStatus.Accepted,
                    Note = $"2C2P shows the payment untouched ({payment.Status}), and does this once per invoice",
                    Evidence = decisive,
                    DueAtOnce = true,
                }
            );

        return new InquiryStep.Stay(
            $"2C2P shows the payment as {payment.Status}",
            changed => changed with { AbsentSince = since }
        );
    }

    /// <summary>A pending void: 2C2P shows it done, or settled instead, or not decided.</summary>
    public static InquiryStep JudgePending(OperationRow row, PaymentProcessResponse payment, AnswerEvidence evidence)
    {
        var gateway = GatewayResults.Of(payment);
        var decisive = DecisiveAnswer.Of(payment, evidence);
        if (payment.Status == TransactionStatus.Voided)
            return new InquiryStep.Change(Ending.Succeeded(row, "T15", "2C2P voided the payment", gateway, decisive, null));

        return payment.Status.IsSettled
            ? new InquiryStep.Change(
                Ending.Failed(row, "T15", "2C2P settled the payment instead of voiding it", gateway, decisive)
            )
            : new InquiryStep.Stay($"2C2P shows the payment as {payment.Status}", static changed => changed);
    }

    private static bool IsCaptured(PaymentProcessResponse payment) =>
        payment.Status == TransactionStatus.ReadyForSettlement || payment.Status.IsSettled;

    private static string? RefusedForCertain(OperationRow row, PaymentProcessResponse payment)
    {
        if (row.Kind != OperationKind.Settlement || row.MaybeSent.ToList() is not [{ RespCode: { } code }])
            return null;

        if (code == ResultCode.SettlementRejected.Text && !IsCaptured(payment))
            return "2C2P rejected the settlement, and the payment shows none";

        return code == ResultCode.AlreadySettled.Text && IsCaptured(payment) && payment.Amount != row.Amount
            ? $"The payment was settled already, with another amount ({payment.AmountText})"
            : null;
    }

    private static bool IsExcluded(OperationRow row, PaymentProcessResponse payment) =>
        row.Kind == OperationKind.Settlement ? payment.Status == TransactionStatus.Voided : payment.Status.IsSettled;

    private static bool MayResend(OperationRow row, PaymentProcessResponse payment, InquiryMoment moment) =>
        !row.NeedsReview
        && row.Attempts.Count < moment.Times.MaxAttempts
        && PaymentRules.Allows(row.Kind, payment.Status)
        && !(row.Amount > payment.Amount);
}
