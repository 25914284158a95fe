using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentOperations.Operations;

namespace PaymentOperations.Events;

/// <summary>Registers what tells merchants.</summary>
internal static class EventsRegistration
{
    private static readonly TimeSpan PooledConnectionLifetime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20);
    private const int MostOfAnAnswerKb = 16;

    public static void AddEvents(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<EventTimes>()
            .Bind(configuration.GetSection("EventTimes"), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<EventTimes>, EventTimesValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<EventTimes>>().Value);

        AddClient(services, WebhookClient.Live, onlyPublic: true);
        AddClient(services, WebhookClient.Sandbox, onlyPublic: false);
        services.AddSingleton<ReceiverCircuits>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<InvoiceDelivery>();
        services.AddSingleton<Redelivery>();
        services.AddSingleton<IEventDelivery, EventDelivery>();
        services.AddSingleton<EventReader>();
        services.AddSingleton<IEvents, EventService>();
        services.AddSingleton<EventPointers>();
        services.AddSingleton<DeliverySweep>();
    }

    // Two clients, since connections are kept: one that was allowed for a sandbox merchant must not serve a live one.
    private static void AddClient(IServiceCollection services, string name, bool onlyPublic) =>
        services
            .AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler(
                (handler, provider) =>
                {
                    Configure(handler);
                    // A connection is not given up with the attempt that it was begun for: another could use it.
                    handler.ConnectTimeout = provider.GetRequiredService<EventTimes>().Timeout;
                    if (onlyPublic)
                        handler.ConnectCallback = PublicConnections.ConnectAsync;
                }
            )
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

    private static void Configure(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        // A proxy would resolve the name itself.
        handler.UseProxy = false;
        handler.PreAuthenticate = false;
        handler.AutomaticDecompression = DecompressionMethods.None;
        handler.MaxResponseHeadersLength = MostOfAnAnswerKb;
        handler.MaxResponseDrainSize = MostOfAnAnswerKb * 1024;
        handler.PooledConnectionIdleTimeout = PooledConnectionIdleTimeout;
        handler.PooledConnectionLifetime = PooledConnectionLifetime;
        handler.ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator();
    }
}
