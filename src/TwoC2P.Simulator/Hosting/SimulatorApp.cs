using TwoC2P.Simulator.Control;
using TwoC2P.Simulator.Gateway;

namespace TwoC2P.Simulator.Hosting;

/// <summary>Puts the simulator together: options, services, the gateway's addresses and the control API.</summary>
internal static class SimulatorApp
{
    public static WebApplication Create(string[] args, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(CommandLine.Expand(args));
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.AddSimulator(builder.Configuration, time);

        var app = builder.Build();
        StateKeeping.Use(app);
        app.UseControlRefusals();
        app.MapGateway();
        app.MapMaintenance();
        app.MapControl();
        return app;
    }
}
