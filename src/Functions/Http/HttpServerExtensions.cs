using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PaymentGateway.Http;

/// <summary>The server inside the worker, to which the Functions host forwards each request.</summary>
internal static class HttpServerExtensions
{
    /// <summary>Keeps addresses and queries out of the logs, and bodies of every size for the app to judge.</summary>
    public static IServiceCollection AddHttpServer(this IServiceCollection services)
    {
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, AddressesUnlogged>();

        // Its own limit would become the host's empty 500; the app reads no more than it takes and says so (413).
        services.Configure<KestrelServerOptions>(server => server.Limits.MaxRequestBodySize = null);

        // The caller's address is what the host says last. The worker's default today; a longer chain would be the caller's own words.
        services.PostConfigure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardLimit = 1);
        return services;
    }
}
