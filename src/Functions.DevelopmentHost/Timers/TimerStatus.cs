using System.Text.Json;
using DevelopmentHosting.Functions;

namespace DevelopmentHosting.Timers;

/// <summary>What a timer function is told of its schedule, as the JSON of TimerInfo.</summary>
internal static class TimerStatus
{
    public static string Json(TimerTrigger trigger, TimerSchedule schedule, DateTimeOffset last, DateTimeOffset now) =>
        JsonSerializer.Serialize(
            new
            {
                ScheduleStatus = !trigger.UseMonitor || schedule.IsTooFrequentToMonitor(now)
                    ? null
                    : new
                    {
                        Last = last.UtcDateTime,
                        Next = schedule.Next(now).UtcDateTime,
                        LastUpdated = last.UtcDateTime,
                    },
                IsPastDue = false,
            }
        );
}
