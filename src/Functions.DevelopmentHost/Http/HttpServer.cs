using DevelopmentHosting.Functions;
using DevelopmentHosting.Invocations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace DevelopmentHosting.Http;

/// <summary>The server that callers reach.</summary>
internal sealed class HttpServer : ITriggerSource
{
    // The platform's default, FUNCTIONS_REQUEST_BODY_SIZE_LIMIT.
    private const int LargestBody = 100 * 1024 * 1024;

    private readonly WebApplication _server;

    private HttpServer(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.First());

    public static HttpServer Create(
        HttpServerOptions options,
        IEnumerable<Function> functions,
        FunctionInvoker invoker,
        ILoggerFactory logs
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(options.Url);
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = LargestBody);
        builder.Services.AddSingleton(logs);
        builder.Services.AddRouting();
        builder.Services.AddHttpForwarder();
        // Kestrel's own limit is the drain's: whoever stops this server says how long it may take.
        builder.Services.AddSingleton(provider => new HttpFront(
            new FunctionRoutes(functions, options.Settings.RoutePrefix, provider.GetRequiredService<IInlineConstraintResolver>()),
            invoker,
            provider.GetRequiredService<IHttpForwarder>(),
            options.Worker
        ));

        var server = builder.Build();
        var front = server.Services.GetRequiredService<HttpFront>();
        var cors = new PlatformCors(options.CorsOrigins);
        server.Run(async http =>
        {
            if (!cors.Answers(http) && !await PlatformPages.AnswersAsync(http, options.Settings))
                await front.HandleAsync(http);
        });
        return new HttpServer(server);
    }

    public Task StartAsync(CancellationToken cancellationToken) => _server.StartAsync(cancellationToken);

    /// <summary>Takes no more connections and waits for the running requests.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
