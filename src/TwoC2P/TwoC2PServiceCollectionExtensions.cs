using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TwoC2P.Calls;
using TwoC2P.CardTokens;
using TwoC2P.InstallmentOptions;
using TwoC2P.PaymentAction;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;
using TwoC2P.Telemetry;
using TwoC2P.Transport;

namespace TwoC2P;

/// <summary>Registers the clients of 2C2P's APIs.</summary>
public static class TwoC2PServiceCollectionExtensions
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    // Shorter than the keep-alive of usual servers: a request on a connection that the server just closed ends as "unknown".
    private static readonly TimeSpan PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20);

    // Long-lived handlers would never notice that 2C2P's name moved to another address.
    private static readonly TimeSpan PooledConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Adds the client of each API and <see cref="INotificationReader"/> as singletons, over a named HTTP client that follows no redirects, keeps no cookies, uses no proxy,
    /// retries nothing and logs nothing of what it sends. Takes <see cref="TimeProvider"/> from the container, or the system's.
    /// </summary>
    public static IServiceCollection AddTwoC2P(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services
            .AddHttpClient(GatewayHttp.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) => Configure(handler))
            // An app-wide default, such as a retry handler, must not reach requests that move money.
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.TryAddSingleton<GatewayTelemetry>();
        services.TryAddSingleton<GatewayHttp>();
        services.TryAddSingleton<GatewayExchange>();
        services.TryAddSingleton<ShadowReads>();
        services.TryAddSingleton<ApiCaller>();
        services.TryAddSingleton<IPaymentActionClient, PaymentActionClient>();
        services.TryAddSingleton<INotificationReader, NotificationReader>();
        services.TryAddSingleton<ICardTokenClient, CardTokenClient>();
        services.TryAddSingleton<IRecurringPlanClient, RecurringPlanClient>();
        services.TryAddSingleton<IInstallmentOptionClient, InstallmentOptionClient>();
        services.TryAddSingleton<IQuickPayClient, QuickPayClient>();
        return services;
    }

    private static void Configure(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.UseProxy = false;
        handler.PreAuthenticate = false;
        handler.AutomaticDecompression = DecompressionMethods.None;
        handler.ConnectTimeout = ConnectTimeout;
        handler.PooledConnectionIdleTimeout = PooledConnectionIdleTimeout;
        handler.PooledConnectionLifetime = PooledConnectionLifetime;
        handler.ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator();
    }
}
