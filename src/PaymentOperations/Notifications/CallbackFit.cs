using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Notifications;

/// <summary>Whether the signed fields of a callback fit a refund.</summary>
internal static class CallbackFit
{
    private static readonly string[] ProcessTypes = ["R", "RS", ""];

    public static bool Fits(OperationRow row, DecisiveAnswer answer) =>
        IsOfRefund(row, answer) && (IsOfAmount(row, answer) || Names(row, answer));

    /// <summary>Whether it names this refund, so that it cannot be another one of the same amount.</summary>
    public static bool Names(OperationRow row, DecisiveAnswer answer) =>
        IsOfRefund(row, answer) && (IsOurReference(row, answer) || IsOurMark(row, answer));

    private static bool IsOfRefund(OperationRow row, DecisiveAnswer answer) =>
        row.Kind == OperationKind.Refund && ProcessTypes.Contains(answer.ProcessType ?? "");

    private static bool IsOfAmount(OperationRow row, DecisiveAnswer answer) =>
        answer.ProcessType == "R" && Money.TryParseWire(answer.Amount, out var amount) && amount == row.Amount;

    private static bool IsOurReference(OperationRow row, DecisiveAnswer answer) =>
        RefundReference.Of(answer, row.TransactionReference) is { } reference
        && (
            reference == row.Reference
            || row.MaybeSent.Any(attempt =>
                attempt.Answer is { } own && RefundReference.Of(own, row.TransactionReference) == reference
            )
        );

    private static bool IsOurMark(OperationRow row, DecisiveAnswer answer) =>
        answer.UserDefined1 == row.Id.ToString()
        && (string.IsNullOrEmpty(answer.UserDefined2) || answer.UserDefined2 == row.KeyHash);
}
