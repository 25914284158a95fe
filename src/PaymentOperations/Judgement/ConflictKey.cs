using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>Names one contradiction, so that it is told once, and not again after a person looked at it.</summary>
internal static class ConflictKey
{
    // Neither begins the name of a contradiction: that begins with a reference of 2C2P's, or with what is no reference.
    private const string SaidPrefix = "said ";
    private const string DoublePrefix = "double ";

    private const string PaymentPrefix = "payment:";

    public static string OfPayment(TransactionStatus status) => $"{PaymentPrefix}{status}";

    /// <summary>What the payment was shown as, where that is what it names.</summary>
    public static TransactionStatus? PaymentIn(string key) =>
        key.StartsWith(PaymentPrefix, StringComparison.Ordinal) ? new TransactionStatus(key[PaymentPrefix.Length..]) : null;

    public static string Of(string? reference, Saying saying) => $"{reference ?? "-"}:{saying}";

    /// <summary>Names what a person overruled of a contradiction that 2C2P's list did not show, or not by a reference: messages are not told again, and what is listed later is.</summary>
    public static string Said(string key) =>
        key.StartsWith(SaidPrefix, StringComparison.Ordinal) || key.StartsWith(DoublePrefix, StringComparison.Ordinal)
            ? key
            : $"{SaidPrefix}{key}";

    /// <summary>Names answers of 2C2P by which an operation may have been done more than once.</summary>
    public static string OfDouble(IEnumerable<Statement> statements) =>
        $"{DoublePrefix}{string.Join(',', statements.Select(statement => $"{statement.Attempt}={statement.Reference}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}";
}
