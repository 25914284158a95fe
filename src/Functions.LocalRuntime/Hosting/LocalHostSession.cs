using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace LocalFunctions.Hosting;

/// <summary>
/// What a LocalHost asks of the program that it starts. It flows to the program's CreateBuilder call with the execution context,
/// so several apps can be started side by side in one process.
/// </summary>
internal sealed class LocalHostSession(Assembly app, LocalHostOptions options)
{
    private static readonly AsyncLocal<LocalHostSession?> CurrentSession = new();

    private readonly TaskCompletionSource<WebApplication> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static LocalHostSession? Current
    {
        get => CurrentSession.Value;
        set => CurrentSession.Value = value;
    }

    public Assembly App => app;

    public IReadOnlyCollection<Type>? FunctionClasses => options.FunctionClasses;

    public Task<WebApplication> Started => _started.Task;

    /// <summary>A free port and quiet logs, unless the options say otherwise; <c>A__B</c> is read like an environment variable.</summary>
    public Dictionary<string, string?> Settings
    {
        get
        {
            var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
            {
                ["urls"] = "http://127.0.0.1:0",
                ["Logging:LogLevel:Default"] = "Warning",
            };
            foreach (var (name, value) in options.Settings)
                settings[name.Replace("__", ":", StringComparison.Ordinal)] = value;
            return settings;
        }
    }

    public void ConfigureServices(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
        options.ConfigureServices?.Invoke(services);
    }

    public void Built(WebApplication built) => built.Lifetime.ApplicationStarted.Register(() => _started.TrySetResult(built));

    /// <summary>Signals belong to the process that hosts the app, not to the app.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
