namespace DevelopmentHosting;

/// <summary>Sets functions off: HTTP, queues or timers.</summary>
internal interface ITriggerSource : IAsyncDisposable
{
    /// <summary>Begins.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Sets nothing off any more, and waits for what runs until the token fires.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
