using PaymentOperations.Operations;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>Which states of a payment allow which operation (2C2P: refund a settled one; settle a pre-authorized one; void what is not settled).</summary>
internal static class PaymentRules
{
    public static bool Allows(OperationKind kind, TransactionStatus status) =>
        kind switch
        {
            OperationKind.Refund => status.IsSettled,
            OperationKind.Settlement => status == TransactionStatus.Approved,
            OperationKind.Void => status == TransactionStatus.Approved
                || status == TransactionStatus.ApprovalPending
                || status == TransactionStatus.ReadyForSettlement,
            _ => throw new InvalidOperationException($"The kind {kind} has no rule."),
        };

    /// <summary>
    /// Card payments are recognized by a card scheme and a masked card number: their refunds finish at once, so that a second one of more than half can never fit.
    /// </summary>
    public static bool IsCard(PaymentProcessResponse response) =>
        !string.IsNullOrWhiteSpace(response.MaskedPan)
        && response.PaymentScheme is ("VI" or "MA" or "JC" or "AM" or "DI" or "DN" or "UP" or "MP");
}
