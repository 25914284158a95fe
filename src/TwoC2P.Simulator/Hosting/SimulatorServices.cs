using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Gateway;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Notifications;
using TwoC2P.Simulator.PaymentProcess;
using TwoC2P.Simulator.Records;
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
            json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString
        );

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
        services.AddSingleton<PaymentActionEndpoint>();
        services.AddSingleton<FaultyDelivery>();

        services.AddSingleton<NotificationLog>();
        services.AddSingleton<Notifier>();
        services
            .AddHttpClient(Notifier.ClientName, client => client.Timeout = TimeSpan.FromSeconds(options.NotifyTimeoutSeconds))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

        services.AddHostedService<Seeding>();
        services.AddRecordApis();
    }
}
