using LocalFunctions.Functions;
using LocalFunctions.Hosting;
using LocalFunctions.Invocations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LocalFunctions.Timers;

/// <summary>
/// Runs one timer function on its schedule, one run after the other: what falls due during a run is passed over.
/// Nothing is kept over a restart, so no run is ever past due.
/// </summary>
internal sealed class TimerListener(
    FunctionEntry function,
    TimerSchedule schedule,
    FunctionInvoker invoker,
    TimeProvider time,
    ILogger<TimerListener> logger
) : IListener
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly TimerTriggerAttribute _trigger = (TimerTriggerAttribute)function.Trigger;
    private DateTime _last;

    public async Task RunAsync(CancellationToken stopping)
    {
        if (_trigger.RunOnStartup)
            await RunOnceAsync();

        while (!stopping.IsCancellationRequested)
        {
            await UntilAsync(schedule.Next(time.GetUtcNow()), stopping);
            if (!stopping.IsCancellationRequested)
                await RunOnceAsync();
        }
    }

    /// <summary>A timer that was cut off has nothing to give back; its next run starts afresh.</summary>
    public Task AbandonAsync() => Task.CompletedTask;

    /// <summary>In a loop: the system's timers may fire a moment early, and that would make one occurrence run twice.</summary>
    private async Task UntilAsync(DateTimeOffset due, CancellationToken stopping)
    {
        while (due - time.GetUtcNow() is { Ticks: > 0 } left && !stopping.IsCancellationRequested)
        {
            var wholeMilliseconds = TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
            await QuietDelay.WaitAsync(wholeMilliseconds < LongestDelay ? wholeMilliseconds : LongestDelay, time, stopping);
        }
    }

    private async Task RunOnceAsync()
    {
        try
        {
            await invoker.InvokeAsync(function, new TimerInput(Info()), CancellationToken.None);
        }
        catch (Exception failure)
        {
            TimerLog.FunctionFailed(logger, function.Name, failure);
        }
        finally
        {
            _last = time.GetUtcNow().UtcDateTime;
        }
    }

    private TimerInfo Info()
    {
        var now = time.GetUtcNow();
        if (!_trigger.UseMonitor || schedule.IsTooFrequentToMonitor(now))
            return new TimerInfo();

        var next = schedule.Next(now).UtcDateTime;
        return new TimerInfo
        {
            ScheduleStatus = new ScheduleStatus
            {
                Last = _last,
                Next = next,
                LastUpdated = _last,
            },
        };
    }
}
