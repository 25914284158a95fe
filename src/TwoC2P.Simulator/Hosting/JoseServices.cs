using TwoC2P.Simulator.Gateway;
using TwoC2P.Simulator.Jose;
using TwoC2P.Simulator.JosePortal;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Hosting;

internal static class JoseServices
{
    // 2C2P's sandbox puts its addresses under /2C2PFrontend; Vietnam's has the older folder before the new version.
    private static readonly string[] Addresses =
    [
        "/2C2PFrontend/PaymentAction/2.0/action",
        "/PaymentAction/2.0/action",
        "/PaymentActionV2/2.0/action",
    ];

    /// <summary>The new generation ("Payment Maintenance").</summary>
    public static void AddJose(this IServiceCollection services, SimulatorOptions options, TimeProvider time)
    {
        services.AddSingleton(GatewayKeyPair.From(options, time));
        services.AddSingleton(MerchantKeys.From(options));
        services.AddSingleton<FrontDoor>();
        services.AddSingleton<JoseEnvelope>();
        services.AddSingleton<MaintenanceEndpoint>();
    }

    public static void MapMaintenance(this WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<MaintenanceEndpoint>();
        foreach (var address in Addresses)
            app.MapPost(address, endpoint.HandleAsync);
        app.MapJose();
    }
}
