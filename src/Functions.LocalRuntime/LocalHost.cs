using System.Reflection;
using LocalFunctions.Hosting;
using Microsoft.AspNetCore.Builder;

namespace LocalFunctions;

/// <summary>
/// An app started inside this process, for tests: runs the app's own entry point (its Program.cs) and completes when the host
/// has started. Any number of apps can run side by side, each with its own settings and services.
/// local.settings.json, process signals and the parent watch are left alone.
/// </summary>
public sealed class LocalHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalHost(WebApplication app, Task<int> completion)
    {
        _app = app;
        Address = new Uri(app.Urls.First());
        Completion = completion;
    }

    /// <summary>Where the app listens, for example <c>http://127.0.0.1:40123/</c>, without the route prefix.</summary>
    public Uri Address { get; }

    /// <summary>The app's root services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Completes with the exit code when the app's entry point returned, and fails if it threw.</summary>
    public Task<int> Completion { get; }

    /// <summary>Starts the entry point of <paramref name="app"/>.</summary>
    /// <param name="app">An executable assembly, for example <c>typeof(Program).Assembly</c>.</param>
    /// <param name="options">Settings, services and command line. Default: none.</param>
    /// <param name="cancellationToken">Gives up waiting for the start.</param>
    /// <returns>The running app.</returns>
    /// <exception cref="InvalidOperationException">The entry point returned before its host had started.</exception>
    public static Task<LocalHost> StartAsync(
        Assembly app,
        LocalHostOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(app);
        return StartAsync(app, args => RunEntryPoint(app, args), options ?? new LocalHostOptions(), cancellationToken);
    }

    internal static async Task<LocalHost> StartAsync(
        Assembly app,
        Func<string[], int> program,
        LocalHostOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var session = new LocalHostSession(app, options);
        var completion = Task.Factory.StartNew(
            () =>
            {
                LocalHostSession.Current = session;
                return program([.. options.Args]);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

        await Task.WhenAny(session.Started, completion).WaitAsync(cancellationToken);
        if (!session.Started.IsCompleted)
        {
            var exitCode = await completion;
            throw new InvalidOperationException($"The app ended with exit code {exitCode} before its host had started.");
        }

        return new LocalHost(await session.Started, completion);
    }

    /// <summary>Stops as on SIGTERM: takes nothing new, lets running invocations finish, returns when the entry point has.</summary>
    /// <returns>The exit code of the entry point.</returns>
    public async Task<int> StopAsync()
    {
        if (!Completion.IsCompleted)
            _app.Lifetime.StopApplication();
        return await Completion;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync();

    private static int RunEntryPoint(Assembly app, string[] args)
    {
        var main = app.EntryPoint ?? throw new InvalidOperationException($"{app.GetName().Name} has no entry point.");
        object?[] arguments = main.GetParameters().Length == 0 ? [] : [args];
        return main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null) as int? ?? 0;
    }
}
