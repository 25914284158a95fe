using LocalFunctions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Functions.LocalRuntime.Tests;

/// <summary>Starts the local runtime over some function classes, as a Program.cs would.</summary>
internal static class TestApp
{
    public static Task<LocalHost> StartAsync(
        Type[] functions,
        Action<FunctionsApplicationBuilder>? configure = null,
        Dictionary<string, string?>? settings = null,
        Action<IServiceCollection>? replace = null,
        string[]? args = null
    ) =>
        LocalHost.StartAsync(
            typeof(TestApp).Assembly,
            arguments => Run(arguments, configure),
            new LocalHostOptions
            {
                FunctionClasses = functions,
                Settings = settings ?? [],
                ConfigureServices = replace,
                Args = args ?? [],
            },
            TestContext.Current.CancellationToken
        );

    public static HttpClient Client(this LocalHost host) => new(new SocketsHttpHandler()) { BaseAddress = host.Address };

    private static int Run(string[] args, Action<FunctionsApplicationBuilder>? configure)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        (configure ?? (plain => plain.ConfigureFunctionsWebApplication()))(builder);
        builder.Build().Run();
        return 0;
    }
}
