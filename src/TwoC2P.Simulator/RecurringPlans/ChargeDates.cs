using System.Globalization;

namespace TwoC2P.Simulator.RecurringPlans;

/// <summary>The next charge when the merchant does not name a date.</summary>
internal static class ChargeDates
{
    private const string DdMmYyyy = "ddMMyyyy";

    /// <summary>Today plus the interval.</summary>
    public static string AfterInterval(DateTime today, string interval) =>
        today.AddDays(int.Parse(interval, CultureInfo.InvariantCulture)).ToString(DdMmYyyy, CultureInfo.InvariantCulture);

    /// <summary>The first such day after today; 29 February waits for a leap year.</summary>
    public static string OnDay(DateTime today, string ddMm)
    {
        for (var year = today.Year; ; year++)
        {
            var text = ddMm + year.ToString("D4", CultureInfo.InvariantCulture);
            if (
                DateTime.TryParseExact(text, DdMmYyyy, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                && date > today
            )
            {
                return text;
            }
        }
    }
}
