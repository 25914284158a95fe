using PaymentGateway.Http.Json;
using PaymentOperations.Operations;
using PaymentOperations.Payments;
using TwoC2P.PaymentAction;

namespace PaymentGateway.Http.Operations;

/// <summary>Says why a payment's state does not allow an operation, and what it does allow.</summary>
internal static class StateAdvice
{
    /// <param name="kind">What was asked for.</param>
    /// <param name="status">2C2P's status of the payment.</param>
    public static string Of(OperationKind kind, string? status) =>
        (kind, PaymentWords.Of(new TransactionStatus(status ?? ""))) switch
        {
            (OperationKind.Refund, PaymentStatus.Authorized) =>
                "The payment is authorized and no money was taken: void it, or settle it first and refund it then.",
            (OperationKind.Refund, PaymentStatus.Settling) =>
                "2C2P takes the money with its next settlement: void the payment before that, or refund it afterwards.",
            (OperationKind.Settlement, PaymentStatus.Settled or PaymentStatus.Settling) =>
                "The payment is captured already: there is nothing to settle.",
            (OperationKind.Void, PaymentStatus.Settled) => "The payment is settled and can no longer be voided: refund it.",
            (_, PaymentStatus.Voided) => "The payment is voided: nothing can be done with it any more.",
            (_, PaymentStatus.Failed) => "The payment came to nothing: no money was taken, and nothing can be done with it.",
            (_, PaymentStatus.Pending) => "2C2P has not decided about the payment yet: read it again later.",
            _ =>
                $"The payment is in a state in which 2C2P does no {EnumWord<OperationKind>.Of(kind)}. Read the payment to see its state.",
        };
}
