namespace TwoC2P.Simulator.Faults;

/// <summary>The bounds of parameters of faults.</summary>
internal static class FaultLimits
{
    /// <summary>Thirty days: timers cannot wait much longer.</summary>
    public const int MostSeconds = 30 * 24 * 3600;

    private static readonly string[] OfRefunds = ["RF", "RP", "RFF", "RR", "RR1", "RR2", "RR3"];
    private static readonly string[] OfTransactions = ["A", "RS", "S", "V", "VP"];

    /// <summary>What the record can be told to hold after a request of this process type; null: of any.</summary>
    public static string[] Recordable(string? processType) =>
        processType?.ToUpperInvariant() switch
        {
            "R" => OfRefunds,
            "V" or "S" => OfTransactions,
            null => [.. OfRefunds, .. OfTransactions],
            _ => [],
        };
}
