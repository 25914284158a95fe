using Microsoft.Extensions.DependencyInjection;
using SampleApp;

namespace DevelopmentHosting.Tests;

/// <summary>Starts the sample app, or some of its functions.</summary>
internal static class Sample
{
    public static Task<DevelopmentHost> StartAsync(params Type[] functions) => RunAsync(new() { FunctionClasses = functions });

    public static Task<DevelopmentHost> StartWithAsync(Dictionary<string, string?> settings, params Type[] functions) =>
        RunAsync(new() { Settings = settings, FunctionClasses = functions });

    public static Task<DevelopmentHost> RunAsync(DevelopmentHostOptions options) =>
        DevelopmentHost.StartAsync(
            typeof(Notebook).Assembly,
            options with
            {
                Settings = new Dictionary<string, string?>(options.Settings) { ["Logging:LogLevel:Default"] = "None" },
            },
            TestContext.Current.CancellationToken
        );

    public static HttpClient Client(this DevelopmentHost host) =>
        new(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = host.Address };

    public static Notebook Notebook(this DevelopmentHost host) => host.Services.GetRequiredService<Notebook>();
}
