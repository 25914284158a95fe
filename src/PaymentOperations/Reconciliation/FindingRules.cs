namespace PaymentOperations.Reconciliation;

/// <summary>What a finding means for people, and its word in metrics.</summary>
internal static class FindingRules
{
    /// <summary>Whether the two sides differ about money.</summary>
    public static bool IsDifference(this Finding finding) =>
        finding is Finding.MissingHere or Finding.MissingThere or Finding.AmountDiffers;

    /// <summary>The word in metrics. Fixed here, so that what comes from outside never becomes a tag.</summary>
    public static string Word(this Finding finding) =>
        finding switch
        {
            Finding.Agree => "agree",
            Finding.MissingHere => "missing_here",
            Finding.MissingThere => "missing_there",
            Finding.AmountDiffers => "amount_differs",
            Finding.InFlight => "in_flight",
            Finding.Unreadable => "unreadable",
            Finding.Unasked => "unasked",
        };
}
