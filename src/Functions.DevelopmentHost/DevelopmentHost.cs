using System.Reflection;
using DevelopmentHosting.Apps;
using DevelopmentHosting.Functions;
using DevelopmentHosting.Http;
using DevelopmentHosting.Invocations;
using DevelopmentHosting.Protocol;
using DevelopmentHosting.Queues;
using DevelopmentHosting.Settings;
using DevelopmentHosting.Timers;
using Microsoft.Extensions.Logging;

namespace DevelopmentHosting;

/// <summary>
/// Runs an Azure Functions app of the isolated worker model without Microsoft's host: its Program.cs, unchanged, with Microsoft's worker, behind HTTP, queues and timers that behave as in Azure. Any number of apps of one
/// assembly can run side by side in a process.
/// </summary>
public sealed class DevelopmentHost : IAsyncDisposable
{
    // What was cancelled may still say goodbye.
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(5);

    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly List<ITriggerSource> _triggers = [];
    private readonly DevelopmentHostOptions _options;
    private readonly string _appFolder;
    private readonly Lock _gate = new();
    private ILoggerFactory? _logs;
    private IRunningApp _app = null!;
    private WorkerConnection _worker = null!;
    private FunctionInvoker _invoker = null!;
    private Task? _stopped;

    private DevelopmentHost(string appFolder, DevelopmentHostOptions options) => (_appFolder, _options) = (appFolder, options);

    /// <summary>Where callers reach the app, for example <c>http://127.0.0.1:40123/</c>, without the route prefix.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The app's root services.</summary>
    /// <exception cref="InvalidOperationException">The app runs in a process of its own.</exception>
    public IServiceProvider Services =>
        _app.Services ?? throw new InvalidOperationException("The services of another process are out of reach.");

    /// <summary>Completes with the exit code when the app's entry point returned or its process ended, and fails if it threw.</summary>
    public Task<int> Completion => _app.Ended;

    /// <summary>Starts the entry point of <paramref name="app"/> in this process, for tests and for debugging.</summary>
    /// <param name="app">An executable assembly, for example <c>typeof(Program).Assembly</c>.</param>
    /// <param name="options">Settings, services and so on. Default: none.</param>
    /// <param name="cancellationToken">Gives up waiting for the start.</param>
    /// <returns>The running app.</returns>
    /// <exception cref="InvalidOperationException">The app ended before its host had started, or its functions cannot be run. What its program throws is thrown as it is.</exception>
    public static Task<DevelopmentHost> StartAsync(
        Assembly app,
        DevelopmentHostOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(app);
        options ??= new DevelopmentHostOptions();
        var host = new DevelopmentHost(Path.GetDirectoryName(app.Location)!, options);
        return host.StartAsync(
            worker => AppInProcess.Start(app, WorkerArguments.InProcess(worker, options), options.ConfigureServices),
            cancellationToken
        );
    }

    /// <summary>Starts an app as a process of its own, as Azure does: for a published app.</summary>
    /// <param name="app">The path of the app's dll.</param>
    /// <param name="options">Settings and so on; they become environment variables. Default: none.</param>
    /// <param name="cancellationToken">Gives up waiting for the start.</param>
    /// <returns>The running app.</returns>
    /// <exception cref="InvalidOperationException">The app ended before its worker was ready, or its functions cannot be run.</exception>
    public static Task<DevelopmentHost> StartProcessAsync(
        string app,
        DevelopmentHostOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new DevelopmentHostOptions();
        var path = Path.GetFullPath(app);
        var host = new DevelopmentHost(Path.GetDirectoryName(path)!, options);
        return host.StartAsync(
            worker => AppProcess.Start(path, WorkerArguments.Process(worker, options), options.Settings),
            cancellationToken
        );
    }

    /// <summary>
    /// Stops as on SIGTERM: takes nothing new, cancels running queue functions, gives all that runs <see cref="DevelopmentHostOptions.StopWithin"/> to end, cancels what still does, and tells the app to end. Returns
    /// when it has ended, or when it does not.
    /// </summary>
    /// <returns>The stop.</returns>
    public Task StopAsync()
    {
        lock (_gate)
            return _stopped ??= StopOnceAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        while (_parts.TryPop(out var part))
            await part.DisposeAsync();
        _logs?.Dispose();
    }

    /// <summary>An app that ends instead says why: what its program threw, or its exit code.</summary>
    private async Task<T> WhileAppRunsAsync<T>(Task<T> step, CancellationToken cancellationToken)
    {
        await Task.WhenAny(step, _app.Ended).WaitAsync(cancellationToken);
        if (step.IsCompletedSuccessfully)
            return await step;
        return _app.Ended.IsCompleted
            ? throw new InvalidOperationException($"The app ended with exit code {await _app.Ended} before its host had started.")
            : await step;
    }

    private async Task<DevelopmentHost> StartAsync(Func<Uri, IRunningApp> startApp, CancellationToken cancellationToken)
    {
        try
        {
            await StartPartsAsync(startApp, cancellationToken);
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task StartPartsAsync(Func<Uri, IRunningApp> startApp, CancellationToken cancellationToken)
    {
        var logs = LoggerFactory.Create(logging => _options.ConfigureLogging?.Invoke(logging));
        _logs = logs;
        var settings = HostSettings.Load(_appFolder, _options.Settings);
        var server = await WorkerServer.StartAsync(logs, cancellationToken);
        _parts.Push(server);

        _app = startApp(server.Address);
        _parts.Push(_app);
        _worker = await WhileAppRunsAsync(server.Connected, cancellationToken);
        _invoker = new FunctionInvoker(_worker);

        bool Counts(Function function) => IsChosen(function) && !settings.Disables(function.Name);
        var (functions, httpAddress) = await WhileAppRunsAsync(
            Handshake.RunAsync(_worker, _appFolder, Counts),
            cancellationToken
        );
        httpAddress = await WhileAppRunsAsync(_app.Started, cancellationToken) ?? httpAddress;
        await StartTriggersAsync(functions, httpAddress, settings, logs, cancellationToken);
    }

    private bool IsChosen(Function function) =>
        _options.FunctionClasses?.Any(type => type.FullName?.Replace('+', '.') == function.ClassName.Replace('+', '.')) ?? true;

    private async Task StartTriggersAsync(
        IReadOnlyList<Function> functions,
        Uri? worker,
        HostSettings settings,
        ILoggerFactory logs,
        CancellationToken cancellationToken
    )
    {
        if (QueueTriggers.Create(functions, settings, _invoker, logs) is { } queues)
            _triggers.Add(queues);
        foreach (var function in functions.Where(function => function.Trigger is TimerTrigger))
            _triggers.Add(new FunctionTimer(function, settings, _invoker, _options.TimeProvider, logs));

        var options = new HttpServerOptions(_options.Url, worker!, _options.CorsOrigins, settings);
        var http = HttpServer.Create(options, functions, _invoker, logs);
        _triggers.Add(http);
        foreach (var trigger in _triggers)
        {
            _parts.Push(trigger);
            await trigger.StartAsync(cancellationToken);
        }

        Address = http.Address;
    }

    private async Task StopOnceAsync()
    {
        using var bound = new CancellationTokenSource(_options.StopWithin);
        await Task.WhenAll(_triggers.Select(trigger => trigger.StopAsync(bound.Token)))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_app is null || _app.Ended.IsCompleted)
            return;

        _invoker?.CancelAll();
        _worker?.Tell(new() { WorkerTerminate = new() });
        await Task.WhenAny(_app.Ended, Task.Delay(LastMoment));
    }
}
