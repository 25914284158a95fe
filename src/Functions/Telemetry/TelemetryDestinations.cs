using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry;

namespace PaymentGateway.Telemetry;

/// <summary>Where telemetry goes: to Application Insights and to an OTLP collector, each if its setting is there.</summary>
internal static class TelemetryDestinations
{
    public static void ExportTo(this IOpenTelemetryBuilder telemetry, TelemetryOptions options)
    {
        // The start fails with the words of the validation, not with an exporter's.
        if (options.Problems().Any())
            return;

        if (options.ConnectionString is not null)
            telemetry.UseAzureMonitorExporter(monitor => Configure(monitor, options));
        if (options.OtlpEndpoint is not null)
            telemetry.UseOtlpExporter();
    }

    private static void Configure(AzureMonitorExporterOptions monitor, TelemetryOptions options)
    {
        monitor.ConnectionString = options.ConnectionString;
        monitor.Credential = IngestionIdentity.Credential(options.AuthenticationString);

        // Money moves rarely enough to keep every trace; and a log is kept whatever the caller's trace flags say.
        monitor.TracesPerSecond = null;
        monitor.SamplingRatio = 1;
        monitor.EnableTraceBasedLogsSampler = false;
    }
}
