using DevelopmentHosting.Functions;
using DevelopmentHosting.Invocations;
using DevelopmentHosting.Settings;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DevelopmentHosting.Queues;

/// <summary>
/// The queue functions, set off by the WebJobs SDK's own queue listener, the code that runs in Azure: polling, leases, retries and poison queues are its. A listener that storage has failed ends for good; as
/// Microsoft's host does, this one then starts all of them anew.
/// </summary>
internal sealed partial class QueueTriggers : ITriggerSource
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Func<QueueTriggers, IHost> _build;
    private readonly ILogger _logger;
    private IHost _jobs;

    private QueueTriggers(Func<QueueTriggers, IHost> build, ILogger logger)
    {
        (_build, _logger) = (build, logger);
        _jobs = build(this);
    }

    /// <summary>Null when no function listens to a queue.</summary>
    public static QueueTriggers? Create(
        IEnumerable<Function> functions,
        HostSettings settings,
        FunctionInvoker invoker,
        ILoggerFactory logs
    )
    {
        var types = functions.Where(function => function.Trigger is QueueTrigger).ToDictionary(JobTypes.Define);
        var jobs = new QueueJobs(types, invoker);
        return types.Count == 0
            ? null
            : new QueueTriggers(
                sut => WebJobsHost.Build(jobs, new ListenerFailures(sut.Restart), settings, logs),
                logs.CreateLogger<QueueTriggers>()
            );
    }

    public Task StartAsync(CancellationToken cancellationToken) => _jobs.StartAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // As on SIGTERM in Azure: nothing new is taken, running functions are told at once, and waited for.
            await _jobs.StopAsync(CancellationToken.None).WaitAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _jobs.StopAsync().WaitAsync(LastMoment).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _jobs.Dispose();
        _gate.Dispose();
        _stopping.Dispose();
    }

    private void Restart(IJobHost failed, Exception exception)
    {
        ListenerFailed(_logger, exception);
        _ = Task.Run(() => RestartAsync(failed));
    }

    private async Task RestartAsync(IJobHost failed)
    {
        await Task.Delay(PauseAfterFailure, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _gate.WaitAsync();
        try
        {
            // Each listener of a host fails by itself; the first one's new host is for all.
            if (_stopping.IsCancellationRequested || _jobs.Services.GetRequiredService<IJobHost>() != failed)
                return;

            var old = _jobs;
            await old.StopAsync();
            _jobs = _build(this);
            await _jobs.StartAsync();
            old.Dispose();
        }
        finally
        {
            _gate.Release();
        }
    }

    [LoggerMessage(9201, LogLevel.Error, "A queue cannot be read. All queues are listened to anew in a moment.")]
    private static partial void ListenerFailed(ILogger logger, Exception exception);
}
