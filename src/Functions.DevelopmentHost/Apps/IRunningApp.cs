namespace DevelopmentHosting.Apps;

/// <summary>The app that this host serves, in this process or in one of its own.</summary>
internal interface IRunningApp : IAsyncDisposable
{
    /// <summary>Completes with the exit code when the app's entry point returned or its process ended, and fails if it threw.</summary>
    Task<int> Ended { get; }

    /// <summary>Completes when the app has started, with the address of its HTTP server if that is known better here than in its worker. Not if the app ends before.</summary>
    Task<Uri?> Started { get; }

    /// <summary>The app's services; null in a process of its own.</summary>
    IServiceProvider? Services { get; }
}
