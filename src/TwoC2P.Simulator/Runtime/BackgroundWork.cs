using System.Collections.Concurrent;

namespace TwoC2P.Simulator.Runtime;

/// <summary>Runs what outlives a request (late work, notifications) and ends all of it when the program stops.</summary>
internal sealed partial class BackgroundWork(TimeProvider time, ILogger<BackgroundWork> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    /// <summary>Called when a piece of work was done.</summary>
    public Action Ended { get; set; } = () => { };

    public void Run(Func<CancellationToken, Task> work)
    {
        var task = Task.Run(() => GuardedAsync(work));
        _running.TryAdd(task, 0);
        _ = task.ContinueWith(ended => _running.TryRemove(ended, out _), TaskScheduler.Default);
    }

    public void RunAfter(TimeSpan delay, Action work)
    {
        // The time runs from here, not from whenever a thread is free: a clock that is moved meanwhile must find it waiting.
        var wait = Task.Delay(delay, time, _stop.Token);
        Run(async _ =>
        {
            await wait;
            work();
        });
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running.Keys).WaitAsync(cancellationToken);
    }

    public void Dispose() => _stop.Dispose();

    private async Task GuardedAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_stop.Token);
            Ended();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The program stops; its memory, and with it this work's record, ends too.
            LogStopped(logger);
        }
#pragma warning disable CA1031 // The last handler of a detached task: without it the failure would never be seen.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure);
        }
    }

    [LoggerMessage(1001, LogLevel.Debug, "Background work stopped with the program")]
    private static partial void LogStopped(ILogger logger);

    [LoggerMessage(1002, LogLevel.Error, "Background work failed")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
