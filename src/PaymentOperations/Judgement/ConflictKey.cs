using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>Names one contradiction, so that it is told once, and not again after a person looked at it.</summary>
internal static class ConflictKey
{
    // No key that a person can name has a space.
    private const string SaidPrefix = "said ";

    public static string OfPayment(TransactionStatus status) => $"payment:{status}";

    public static string Of(string? reference, Saying saying) => $"{reference ?? "-"}:{saying}";

    /// <summary>Names what a person overruled of a contradiction that 2C2P's list did not show, or not by a reference: messages are not told again, and what is listed later is.</summary>
    public static string Said(string key) => key.Contains(' ') ? key : $"{SaidPrefix}{key}";

    /// <summary>Names answers of 2C2P by which an operation may have been done more than once.</summary>
    public static string OfDouble(IEnumerable<Statement> statements) =>
        $"double {string.Join(',', statements.Select(statement => $"{statement.Attempt}={statement.Reference}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}";
}
