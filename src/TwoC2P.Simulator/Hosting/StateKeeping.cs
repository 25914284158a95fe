using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.State;

namespace TwoC2P.Simulator.Hosting;

/// <summary>Keeps the record between runs (<c>--state</c>): what an answer tells of has been written before the answer leaves.</summary>
internal sealed class StateKeeping(SimulatorOptions options, StateFile file, BackgroundWork background) : IHostedService
{
    /// <summary>Without <c>--state</c> there is nothing to keep.</summary>
    public static void Add(IServiceCollection services, SimulatorOptions options)
    {
        if (options.State is null)
            return;
        if (StateFile.IsThere(options))
            options.Seed = "none";
        services.AddSingleton<StateFile>();
        services.AddHostedService<StateKeeping>();
    }

    public static void Use(WebApplication app)
    {
        if (app.Services.GetService<StateFile>() is not { } file)
            return;
        app.Use(
            async (http, next) =>
            {
                if (HttpMethods.IsGet(http.Request.Method))
                {
                    await next(http);
                    return;
                }

                http.Response.OnStarting(() =>
                {
                    file.Save();
                    return Task.CompletedTask;
                });
                try
                {
                    await next(http);
                }
                finally
                {
                    // Work whose answer a fault took away is done all the same.
                    file.Save();
                }
            }
        );
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (StateFile.IsThere(options))
            file.Load();
        else
            file.Save();
        background.Ended = file.Save;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
