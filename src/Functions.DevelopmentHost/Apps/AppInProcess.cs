using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DevelopmentHosting.Apps;

/// <summary>The app's own entry point, its Program.cs, on a thread of this process.</summary>
internal sealed class AppInProcess : IRunningApp
{
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri?> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<IServiceCollection>? _configureServices;
    private IHost? _host;

    private AppInProcess(Action<IServiceCollection>? configureServices) => _configureServices = configureServices;

    public Task<int> Ended => _ended.Task;

    public Task<Uri?> Started => _started.Task;

    public IServiceProvider? Services => _host?.Services;

    public static AppInProcess Start(Assembly app, string[] args, Action<IServiceCollection>? configureServices)
    {
        // The worker finds what was generated for its app through these two.
        Assembly.SetEntryAssembly(app);
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", Path.GetDirectoryName(app.Location));

        var running = new AppInProcess(configureServices);
        var thread = new Thread(() => running.Run(app, args)) { IsBackground = true, Name = app.GetName().Name };
        thread.UnsafeStart();
        return running;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Run(Assembly app, string[] args)
    {
        try
        {
            using var watching = HostWatch.Begin(Building, Built);
            var main = app.EntryPoint ?? throw new InvalidOperationException($"{app.GetName().Name} has no entry point.");
            object?[] arguments = main.GetParameters().Length == 0 ? [] : [args];
            var exitCode = main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null) as int? ?? 0;
            _ended.SetResult(exitCode);
        }
#pragma warning disable CA1031 // Whatever the program throws belongs to whoever waits for it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _ended.SetException(exception);
        }
    }

    private void Building(IHostBuilder builder)
    {
        // Two apps of one process would else be given one port.
        builder.ConfigureAppConfiguration(settings => FreePort.Choose(settings));
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<IHostLifetime, NoLifetime>();
            MemoryKeys.Use(services);
            _configureServices?.Invoke(services);
        });
    }

    private void Built(IHost host)
    {
        _host = host;
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStarted.Register(() => _started.TrySetResult(AddressOf(host)));
    }

    private static Uri? AddressOf(IHost host) =>
        host.Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? new Uri(address)
            : null;
}
