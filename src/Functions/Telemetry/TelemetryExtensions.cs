using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PaymentOperations;
using TwoC2P.Telemetry;

namespace PaymentGateway.Telemetry;

/// <summary>Puts traces, metrics and logs together.</summary>
internal static class TelemetryExtensions
{
    private const string DefaultName = "payment-gateway";

    /// <summary>
    /// Collects our own traces and metrics, the worker's span of each invocation, and all logs. No library's spans: those of HTTP and storage clients carry addresses, which have invoice numbers in them.
    /// </summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<TelemetryOptions>()
            .Configure(options => TelemetryOptions.Fill(options, configuration))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryValidation>();

        var version = typeof(TelemetryExtensions).Assembly.GetName().Version?.ToString();
        services
            .AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .ConfigureResource(resource => resource.AddService(NameOf(configuration), serviceVersion: version))
            .WithTracing(tracing =>
                tracing.AddProcessor(new WithoutTraceState()).AddSource(OperationTraceNames.Source, GatewayTraceNames.Source)
            )
            .WithMetrics(metrics => metrics.AddMeter(OperationMetricNames.Meter, GatewayMetricNames.Meter))
            // Scopes of the HTTP server hold addresses.
            .WithLogging(configureBuilder: null, logs => (logs.IncludeFormattedMessage, logs.IncludeScopes) = (true, false))
            .ExportTo(TelemetryOptions.From(configuration))
            // Money moves rarely enough to keep every trace, whatever the flags of a caller's trace say. After the exporters, which bring samplers of their own.
            .WithTracing(tracing => tracing.SetSampler(new AlwaysOnSampler()));
        return services;
    }

    // Two environments of one app have names of their own in Azure.
    private static string NameOf(IConfiguration configuration) =>
        configuration["WEBSITE_SITE_NAME"] is { Length: > 0 } site ? site : DefaultName;
}
