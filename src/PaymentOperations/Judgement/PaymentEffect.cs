using PaymentOperations.Operations;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>Whose the settlement or void is that a payment shows. 2C2P does each once per payment: what another operation of the ledger did is not done by this one.</summary>
internal sealed class PaymentEffect(CaseFile file)
{
    /// <summary>Whether the payment shows what this operation would leave behind, and no other has done it.</summary>
    public bool IsOurs(PaymentProcessResponse payment) =>
        !IsAnothers(payment)
        && Sayings.IsEffect(file.Row.Kind, payment.Status)
        && (file.Row.Kind == OperationKind.Void || payment.Amount == file.Row.Amount);

    /// <summary>Whether the payment shows the effect, and another operation of the ledger did it.</summary>
    public bool IsAnothers(PaymentProcessResponse payment) =>
        Sayings.IsEffect(file.Row.Kind, payment.Status)
        && file.Ledger.Operations.Any(other =>
            other.Id != file.Row.Id
            && other.Kind == file.Row.Kind
            && other.Status is OperationStatus.Succeeded or OperationStatus.Pending
        );

    /// <summary>Whether the payment shows a capture of another amount than this settlement's.</summary>
    public bool IsOtherCapture(PaymentProcessResponse payment) =>
        file.Row.Kind == OperationKind.Settlement
        && Sayings.IsEffect(file.Row.Kind, payment.Status)
        && payment.Amount != file.Row.Amount;
}
