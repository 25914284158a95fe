using DevelopmentHosting.Functions;
using DevelopmentHosting.Invocations;
using DevelopmentHosting.Protocol;
using DevelopmentHosting.Settings;
using Microsoft.Extensions.Logging;

namespace DevelopmentHosting.Timers;

/// <summary>
/// Runs one timer function on its schedule, one run after the other: what falls due during a run is passed over.
/// The schedule counts from the start, whenever a busy machine comes to wait for it: what falls due in between runs late, not never.
/// Nothing is kept over a restart, so no run is ever past due.
/// </summary>
internal sealed partial class FunctionTimer : ITriggerSource
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Function _function;
    private readonly TimerTrigger _trigger;
    private readonly TimerSchedule _schedule;
    private readonly FunctionInvoker _invoker;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private Task _running = Task.CompletedTask;
    private DateTimeOffset _last = DateTimeOffset.MinValue;

    /// <summary>Reads the schedule.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read.</exception>
    public FunctionTimer(
        Function function,
        HostSettings settings,
        FunctionInvoker invoker,
        TimeProvider time,
        ILoggerFactory logs
    )
    {
        (_function, _invoker, _time) = (function, invoker, time);
        _trigger = (TimerTrigger)function.Trigger!;
        _schedule = TimerSchedule.Parse(SettingNames.Resolve(_trigger.Schedule, settings));
        _logger = logs.CreateLogger<FunctionTimer>();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var first = _schedule.Next(_time.GetUtcNow());
        _running = Task.Run(() => RunAsync(first), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _stopping.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(DateTimeOffset first)
    {
        var (due, stopping) = (first, _stopping.Token);
        if (_trigger.RunOnStartup)
        {
            await RunOnceAsync();
            due = _schedule.Next(_time.GetUtcNow());
        }

        while (!stopping.IsCancellationRequested)
        {
            await UntilAsync(due, stopping);
            if (!stopping.IsCancellationRequested)
                await RunOnceAsync();
            due = _schedule.Next(_time.GetUtcNow());
        }
    }

    /// <summary>In a loop: the system's timers may fire a moment early, and that would make one occurrence run twice.</summary>
    private async Task UntilAsync(DateTimeOffset due, CancellationToken stopping)
    {
        while (due - _time.GetUtcNow() is { Ticks: > 0 } left && !stopping.IsCancellationRequested)
        {
            var wholeMilliseconds = TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
            var delay = wholeMilliseconds < LongestDelay ? wholeMilliseconds : LongestDelay;
            await Task.Delay(delay, _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunOnceAsync()
    {
        using var trace = InvocationActivity.Start(_function.Name);
        try
        {
            var input = new TypedData { Json = TimerStatus.Json(_trigger, _schedule, _last, _time.GetUtcNow()) };
            var invocation = new Invocation(Identifiers.New(), input, new Dictionary<string, TypedData>());
            await _invoker.InvokeAsync(_function, invocation, CancellationToken.None);
        }
        catch (Exception failure) when (failure is FunctionFailedException or WorkerGoneException)
        {
            // The next tick comes whatever became of this one.
            RunFailed(_logger, _function.Name, failure);
        }
        finally
        {
            _last = _time.GetUtcNow();
        }
    }

    [LoggerMessage(9301, LogLevel.Error, "Timer function {Function} failed.")]
    private static partial void RunFailed(ILogger logger, string function, Exception exception);
}
