namespace TwoC2P.Simulator.Messages;

/// <summary>Dates that the gateway takes: whoever writes a year of another calendar, or 9999, is told so.</summary>
internal static class DateBounds
{
    private const int YearsAhead = 10;

    public static bool IsNear(DateTime date, DateTime now) => date <= now.AddYears(YearsAhead);
}
