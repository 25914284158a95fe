using System.Globalization;

namespace Operator.Keys;

/// <summary>Times as they are typed: a whole number of minutes, hours or days, such as <c>30m</c>, <c>24h</c>, <c>90d</c>.</summary>
internal static class Duration
{
    // Ten years, so that no sum leaves the calendar.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3653);

    /// <returns>Null when the text is none, or one of no length, or of more than ten years.</returns>
    public static TimeSpan? Read(string text)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        TimeSpan? time = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
        return time > TimeSpan.Zero && time <= Longest ? time : null;
    }

    /// <summary>What is wrong with an option's value; null when nothing is, or it is not given.</summary>
    public static string? Problem(string option, string? text) =>
        text is null || Read(text) is not null ? null : $"{option} must be a time such as 30m, 24h or 90d, at most ten years.";
}
