namespace TwoC2P.Codes;

/// <summary>How far ahead a date may be. A year of another calendar (2569 for 2026) or a typing error would otherwise become a charge that never comes.</summary>
internal static class Horizon
{
    private const int Years = 10;

    public static readonly string Problem = $"Give a date at most {Years} years ahead, in the Gregorian calendar.";

    public static DateOnly Of(DateOnly today) => today.AddYears(Years);

    public static DateTimeOffset Of(DateTimeOffset now) => now.AddYears(Years);
}
