using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Workflow;

/// <summary>What 2C2P's inquiry says before a settlement or a void is sent (R3).</summary>
internal static class PaymentPreflightRules
{
    public static Preflight Judge(OperationRow row, PaymentProcessResponse payment, AnswerEvidence evidence)
    {
        if (row.MaybeSent.Any() && PaymentInquiryRules.ShowsOurs(row, payment))
            return new Preflight.Change(
                RefundPreflightRules.AskInstead("The payment already shows the effect of an earlier attempt", payment, evidence)
            );

        if (!PaymentRules.Allows(row.Kind, payment.Status))
            return RefundPreflightRules.Cannot(
                row,
                $"The payment's status is {payment.Status}, which does not allow a {Word(row.Kind)}",
                payment,
                evidence
            );

        if (row.Amount > payment.Amount)
            return RefundPreflightRules.Cannot(
                row,
                $"The authorized amount is {payment.Amount}, less than the amount to settle",
                payment,
                evidence
            );

        return new Preflight.Ready(null, payment.ReferenceNo, new PaymentFacts(payment.Amount, payment.Status));
    }

    private static string Word(OperationKind kind) => kind == OperationKind.Settlement ? "settlement" : "void";
}
