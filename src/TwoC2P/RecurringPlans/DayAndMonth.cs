using System.Globalization;

namespace TwoC2P.RecurringPlans;

/// <summary>A day of the year (field <c>chargeOnDate</c>: <c>ddMM</c> on the wire, <c>MM-DD</c> in JSON). 29 February counts.</summary>
public readonly record struct DayAndMonth
{
    // A leap year, so that every day of any year exists.
    private const string LeapYear = "2024";

    private readonly DateOnly inLeapYear;

    private DayAndMonth(DateOnly inLeapYear) => this.inLeapYear = inLeapYear;

    /// <summary>1 to 12.</summary>
    public int Month => inLeapYear.Month;

    /// <summary>1 to 31.</summary>
    public int Day => inLeapYear.Day;

    /// <summary>Reads <c>MM-DD</c>.</summary>
    public static bool TryParseIso(string? text, out DayAndMonth value) => TryParse(text, "MM-dd", out value);

    /// <summary>Reads 2C2P's <c>ddMM</c>.</summary>
    public static bool TryParseWire(string? text, out DayAndMonth value) => TryParse(text, "ddMM", out value);

    /// <summary>2C2P's <c>ddMM</c>.</summary>
    public string ToWire() => string.Create(CultureInfo.InvariantCulture, $"{Day:00}{Month:00}");

    /// <summary><c>MM-DD</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");

    private static bool TryParse(string? text, string format, out DayAndMonth value)
    {
        var isDay = DateOnly.TryParseExact(
            $"{LeapYear}{text}",
            $"yyyy{format}",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        );
        value = isDay ? new DayAndMonth(date) : default;
        return isDay;
    }
}
