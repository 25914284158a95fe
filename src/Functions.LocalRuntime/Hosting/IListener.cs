namespace LocalFunctions.Hosting;

/// <summary>Sets a function off by itself: a queue or a timer.</summary>
internal interface IListener
{
    /// <summary>Listens until <paramref name="stopping"/>, then returns when its running invocations have finished.</summary>
    Task RunAsync(CancellationToken stopping);

    /// <summary>Called when the grace period is over and an invocation still runs.</summary>
    Task AbandonAsync();
}
