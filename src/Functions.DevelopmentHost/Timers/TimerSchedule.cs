using System.Globalization;
using NCrontab;

namespace DevelopmentHosting.Timers;

/// <summary>A TimeSpan, or an NCRONTAB expression of six fields (with seconds) or five, in UTC.</summary>
internal sealed class TimerSchedule(Func<DateTimeOffset, DateTimeOffset> next)
{
    private const int Samples = 5;

    public static TimerSchedule Parse(string text)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var period))
        {
            return period > TimeSpan.Zero
                ? new TimerSchedule(after => after + period)
                : throw new InvalidOperationException($"The schedule '{text}' is not a positive time span.");
        }

        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var cron =
            CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields != 5 })
            ?? throw new InvalidOperationException($"The schedule '{text}' is neither a time span nor an NCRONTAB expression.");
        return new TimerSchedule(after => new DateTimeOffset(cron.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero));
    }

    public DateTimeOffset Next(DateTimeOffset after) => next(after);

    /// <summary>The host keeps no schedule status for timers that may run twice within a minute.</summary>
    public bool IsTooFrequentToMonitor(DateTimeOffset now)
    {
        var from = now;
        for (var sample = 0; sample < Samples; sample++)
        {
            var (first, second) = (Next(from), Next(Next(from)));
            if (second - first < TimeSpan.FromMinutes(1))
                return true;
            from = first;
        }

        return false;
    }
}
