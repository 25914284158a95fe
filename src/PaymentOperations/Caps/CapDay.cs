namespace PaymentOperations.Caps;

/// <summary>A merchant's own day.</summary>
/// <param name="Date">Its date.</param>
/// <param name="EndsAt">The first moment of the next one, with the merchant's offset.</param>
internal sealed record CapDay(DateOnly Date, DateTimeOffset EndsAt)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>The day that a moment is in.</summary>
    public static CapDay Of(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        var end = date.AddDays(1).ToDateTime(TimeOnly.MinValue);

        // Some zones put their clocks forward at midnight: then the day begins later.
        while (zone.IsInvalidTime(end))
            end += Step;

        // Or back to it: then it begins the first time.
        var offset = zone.IsAmbiguousTime(end) ? zone.GetAmbiguousTimeOffsets(end).Max() : zone.GetUtcOffset(end);
        return new(date, new(end, offset));
    }
}
