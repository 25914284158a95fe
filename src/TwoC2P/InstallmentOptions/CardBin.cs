namespace TwoC2P.InstallmentOptions;

/// <summary>The first digits of a card number, which name its bank: six, or up to eight since ISO/IEC 7812-1:2017. Eight of one bank can lie within six of another, so the longest decides.</summary>
internal static class CardBin
{
    private const int Shortest = 6;
    private const int Longest = 8;

    /// <summary>The length of the longest of a bank's BINs that a card begins with; null when it begins with none, or has too few digits to tell.</summary>
    public static int? LongestOf(IEnumerable<string> bins, string card) =>
        bins.Where(bin => bin.Length is >= Shortest and <= Longest && card.StartsWith(bin, StringComparison.Ordinal))
            .Max(bin => (int?)bin.Length);
}
