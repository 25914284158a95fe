using System.Reflection;
using LocalFunctions.Functions;
using LocalFunctions.Http;
using LocalFunctions.Invocations;
using LocalFunctions.Queues;
using LocalFunctions.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalFunctions.Hosting;

/// <summary>Puts settings, server, functions and listeners together behind FunctionsApplicationBuilder.</summary>
internal sealed class LocalRuntimeSetup
{
    private const string DefaultUrl = "http://127.0.0.1:7071";

    private readonly LocalHostSession? _session = LocalHostSession.Current;

    private LocalRuntimeSetup(string[] args)
    {
        App = _session?.App ?? Assembly.GetEntryAssembly()!;
        AppFolder = Path.GetDirectoryName(App.Location)!;
        if (_session is null)
        {
            ParentWatch.StartIfAsked();
            var folder = Directory.GetCurrentDirectory();
            LocalSettingsFile.ApplyToEnvironment(LocalSettingsFile.Read(AppFolder, folder));
        }

        Web = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions
            {
                ApplicationName = App.GetName().Name,
                ContentRootPath = AppFolder,
                EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Development,
            }
        );
        AddSettings(args);
        Web.Logging.AddConfiguration(Web.Configuration.GetSection("Logging")).AddConsole();
        Web.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        Web.WebHost.UseKestrelCore().ConfigureKestrel(server => server.AddServerHeader = false);
    }

    public WebApplicationBuilder Web { get; }

    private Assembly App { get; }

    private string AppFolder { get; }

    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(new LocalRuntimeSetup(args));

    public WebApplication Build(MiddlewarePipeline pipeline)
    {
        AddServices(pipeline);
        _session?.ConfigureServices(Web.Services);

        var app = Web.Build();
        app.Urls.Add(Url);
        LocalCors.UseIfAsked(app);
        app.Run(Dispatcher(app.Services).HandleAsync);
        _session?.Built(app);
        return app;
    }

    private string Url =>
        Web.Configuration["urls"] ?? Web.Configuration["LocalRuntime:Urls"] ?? Web.Configuration["ASPNETCORE_URLS"] ?? DefaultUrl;

    private void AddSettings(string[] args)
    {
        Web.Configuration.AddEnvironmentVariables("AZURE_FUNCTIONS_").AddEnvironmentVariables().AddCommandLine(args);
        if (_session is not null)
            Web.Configuration.AddInMemoryCollection(_session.Settings);
    }

    private void AddServices(MiddlewarePipeline pipeline)
    {
        var classes = _session?.FunctionClasses ?? App.GetTypes();
        Web.Services.AddRouting();
        Web.Services.AddSingleton(pipeline);
        Web.Services.AddSingleton(new FunctionCatalog(classes, Web.Configuration));
        Web.Services.AddSingleton(HostJson.Load(AppFolder, Web.Configuration));
        Web.Services.AddSingleton<ShutdownGrace>();
        Web.Services.AddSingleton<FunctionInvoker>();
        Web.Services.AddSingleton<HttpDispatcher>();
        Web.Services.AddSingleton<QueueListenerFactory>();
        Web.Services.AddSingleton<TimerListenerFactory>();
        Web.Services.AddHostedService<ListenerService>();
        // Invocations end with the grace period; a little longer lets them say goodbye.
        var stopWithin = ShutdownGrace.PeriodFrom(Web.Configuration) + TimeSpan.FromSeconds(5);
        Web.Services.Configure<HostOptions>(options => options.ShutdownTimeout = stopWithin);
    }

    private static HttpDispatcher Dispatcher(IServiceProvider services)
    {
        var catalog = services.GetRequiredService<FunctionCatalog>();
        return catalog.Of(TriggerKind.Http).Any() && services.GetService<HttpIntegration>() is null
            ? throw new InvalidOperationException("HTTP functions need builder.ConfigureFunctionsWebApplication().")
            : services.GetRequiredService<HttpDispatcher>();
    }
}
