using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>Names one contradiction, so that it is told once, and not again after a person looked at it.</summary>
internal static class ConflictKey
{
    public static string OfPayment(TransactionStatus status) => $"payment:{status}";

    public static string Of(string? reference, Saying saying) => $"{reference ?? "-"}:{saying}";
}
