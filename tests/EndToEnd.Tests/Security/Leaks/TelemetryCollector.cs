using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Testing;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>Takes the telemetry of all apps of this run, as an OpenTelemetry collector does, and records it as it comes: in OTLP's protobuf every text is in clear.</summary>
internal sealed class TelemetryCollector : IAsyncDisposable
{
    private static Uri? address;

    private readonly WebApplication app;

    private TelemetryCollector(WebApplication app) => this.app = app;

    /// <summary>Where telemetry is sent to: there is one collector, and the world starts it before everything else.</summary>
    public static Uri Address => address ?? throw new InvalidOperationException("The collector has not started.");

    /// <summary>Settings of an app that is to send it all.</summary>
    public static IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };

    public static async Task<TelemetryCollector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        var port = FreePorts.One();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var server = builder.Build();
        server.Run(TakeAsync);
        await server.StartAsync();
        address = new Uri($"http://127.0.0.1:{port}");
        return new TelemetryCollector(server);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        Recorded.Add($"telemetry {http.Request.Path}", body.ToArray());
    }
}
