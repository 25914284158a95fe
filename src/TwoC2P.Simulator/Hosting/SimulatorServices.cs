using System.Text.Json.Serialization;
using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Control;
using TwoC2P.Simulator.Delivery;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Gateway;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Notifications;
using TwoC2P.Simulator.PaymentProcess;
using TwoC2P.Simulator.RootElements;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Hosting;

internal static class SimulatorServices
{
    public static void AddSimulator(this IServiceCollection services, IConfiguration configuration, TimeProvider time)
    {
        var options = configuration.Get<SimulatorOptions>() ?? new SimulatorOptions();

        services.AddSingleton(options);
        services.AddSingleton(time);
        services.AddSingleton<GatewayClock>();
        services.AddSingleton<BackgroundWork>();
        services.AddHostedService(provider => provider.GetRequiredService<BackgroundWork>());
        services.AddHostedService<ParentWatch>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.AllowReadingFromString;
            // A misspelt parameter would be a fault that never happens, and a test that proves nothing.
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);

        services.AddSingleton(MerchantDirectory.From(options));
        services.AddSingleton(GatewayKey.From(options, time));
        services.AddSingleton<Base64Envelope>();
        services.AddSingleton<Pkcs7Envelope>();

        services.AddSingleton<ReferenceNumbers>();
        services.AddSingleton<TransactionStore>();
        services.AddSingleton<PendingRefunds>();
        services.AddSingleton<FaultQueue>();
        services.AddSingleton<CallLog>();

        services.AddSingleton<IRootElement, PaymentProcessRoot>();
        services.AddSingleton<PaymentActions>();
        services.AddSingleton<IdempotentRequests>();
        services.AddSingleton<CommandedAnswers>();
        services.AddSingleton<PaymentActionEndpoint>();
        services.AddSingleton<FaultyDelivery>();
        services.AddSingleton<LateWork>();
        services.AddSingleton<PortalRefunds>();

        services.AddSingleton<NotificationLog>();
        services.AddSingleton<Notifier>();
        services
            .AddHttpClient(Notifier.ClientName, client => client.Timeout = TimeSpan.FromSeconds(options.NotifyTimeoutSeconds))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

        services.AddHostedService<Seeding>();
        services.AddRecordApis();
        StateKeeping.Add(services, options);
        services.AddJose(options, time);
    }
}
