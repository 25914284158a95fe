namespace TwoC2P.PaymentAction;

/// <summary>2C2P's spelling of process types.</summary>
public static class ProcessTypeCodes
{
    /// <summary>The code of field <c>processType</c>: I, S, V, R or RS.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no defined process type.</exception>
    public static string ToWire(this ProcessType processType) =>
        processType switch
        {
            ProcessType.Inquiry => "I",
            ProcessType.Settlement => "S",
            ProcessType.Void => "V",
            ProcessType.Refund => "R",
            ProcessType.RefundStatus => "RS",
            _ => throw new ArgumentOutOfRangeException(nameof(processType)),
        };

    /// <summary>Whether it changes what a customer or the merchant owns: S, V and R.</summary>
    public static bool MovesMoney(this ProcessType processType) =>
        processType is ProcessType.Settlement or ProcessType.Void or ProcessType.Refund;
}
