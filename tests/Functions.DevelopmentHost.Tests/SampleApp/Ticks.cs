using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

public sealed class EveryMinute(Notebook notebook, TimeProvider time)
{
    [Function("EveryMinute")]
    public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => notebook.Tick(time, timer);
}

public sealed class EveryTenSeconds(Notebook notebook, TimeProvider time)
{
    [Function("EveryTenSeconds")]
    public void Run([TimerTrigger("00:00:10")] TimerInfo timer) => notebook.Tick(time, timer);
}

public sealed class ByASetting(Notebook notebook, TimeProvider time)
{
    [Function("ByASetting")]
    public void Run([TimerTrigger("%Sample__Schedule%")] TimerInfo timer) => notebook.Tick(time, timer);
}

public sealed class OnStartup(Notebook notebook, TimeProvider time)
{
    [Function("OnStartup")]
    public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => notebook.Tick(time, timer);
}

public sealed class BlockedTick(Notebook notebook, TimeProvider time)
{
    [Function("BlockedTick")]
    public Task Run([TimerTrigger("*/10 * * * * *")] TimerInfo timer)
    {
        notebook.Tick(time, timer);
        return notebook.Gate.Task;
    }
}

public sealed class FailedTick(Notebook notebook, TimeProvider time)
{
    [Function("FailedTick")]
    public void Run([TimerTrigger("*/10 * * * * *")] TimerInfo timer)
    {
        notebook.Tick(time, timer);
        throw new InvalidTimeZoneException("on purpose");
    }
}

internal static class Ticking
{
    public static void Tick(this Notebook notebook, TimeProvider time, TimerInfo timer) =>
        notebook.Seen.Enqueue($"{time.GetUtcNow():HH:mm:ss} {JsonSerializer.Serialize(timer.ScheduleStatus)} {timer.IsPastDue}");
}
