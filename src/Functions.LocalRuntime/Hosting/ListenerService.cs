using LocalFunctions.Functions;
using LocalFunctions.Queues;
using LocalFunctions.Timers;
using Microsoft.Extensions.Hosting;

namespace LocalFunctions.Hosting;

/// <summary>Runs the listeners of all queue and timer functions; they stop as soon as the app begins to stop.</summary>
internal sealed class ListenerService(
    FunctionCatalog catalog,
    QueueListenerFactory queues,
    TimerListenerFactory timers,
    IHostApplicationLifetime lifetime
) : BackgroundService
{
    private IListener[] _listeners = [];

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Made here, so that a wrong setting stops the start.
        _listeners =
        [
            .. catalog.Of(TriggerKind.Queue).Select(queues.Create),
            .. catalog.Of(TriggerKind.Timer).Select(timers.Create),
        ];
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_listeners.Select(listener => listener.AbandonAsync()));
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_listeners.Select(listener => listener.RunAsync(lifetime.ApplicationStopping)));
}
