using Microsoft.Extensions.Configuration;

namespace PaymentGateway.Telemetry;

/// <summary>Where telemetry goes. All of it is optional: without a destination nothing leaves the process.</summary>
internal sealed class TelemetryOptions
{
    public const string ConnectionSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    public const string IdentitySetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    public const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Application Insights' connection string.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>With which identity Application Insights is written to, in the form that the Functions host reads too.</summary>
    public string? AuthenticationString { get; set; }

    /// <summary>Address of an OTLP collector.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>The settings as they are written; empty ones count as not there.</summary>
    public static TelemetryOptions From(IConfiguration configuration)
    {
        var options = new TelemetryOptions();
        Fill(options, configuration);
        return options;
    }

    /// <inheritdoc cref="From" />
    public static void Fill(TelemetryOptions options, IConfiguration configuration)
    {
        options.ConnectionString = Text(ConnectionSetting);
        options.AuthenticationString = Text(IdentitySetting);
        options.OtlpEndpoint = Text(OtlpSetting);

        string? Text(string name) => configuration[name] is { Length: > 0 } text ? text : null;
    }

    /// <summary>What is wrong with the settings, by setting.</summary>
    public IEnumerable<string> Problems()
    {
        if (ConnectionString is not null && !ConnectionString.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase))
            yield return $"{ConnectionSetting} must be Application Insights' connection string, InstrumentationKey=…;IngestionEndpoint=…; leave it out to export nothing there.";
        if (AuthenticationString is not null && !IngestionIdentity.TryRead(AuthenticationString, out _))
            yield return $"{IdentitySetting} must be Authorization=AAD, or Authorization=AAD;ClientId=… for a user-assigned identity.";
        if (
            OtlpEndpoint is not null
            && !(Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        )
            yield return $"{OtlpSetting} must be an http(s) address; leave it out to export nothing there.";
    }
}
