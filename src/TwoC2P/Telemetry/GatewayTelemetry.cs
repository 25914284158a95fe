using System.Diagnostics;
using System.Diagnostics.Metrics;
using TwoC2P.Merchants;

namespace TwoC2P.Telemetry;

/// <summary>
/// Measures and traces calls to 2C2P. Every name and value comes from this code or the settings, none from a request or an answer: nothing of a customer can get into a tag, and their number is bounded.
/// </summary>
internal sealed class GatewayTelemetry(IMeterFactory meters)
{
    private static readonly ActivitySource Source = new(GatewayTraceNames.Source);

    private readonly Histogram<double> _duration = meters
        .Create(GatewayMetricNames.Meter)
        .CreateHistogram(
            GatewayMetricNames.CallDuration,
            unit: "s",
            description: "Duration of a call to 2C2P, from connecting to the judged answer.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 45, 60] }
        );

    /// <summary>Begins the span of a call. 2C2P is told nothing of it: the HTTP client sends no trace headers.</summary>
    public static Activity? Start(string api, string? verb, GatewayMerchant merchant)
    {
        var span = Source.StartActivity(verb is null ? api : $"{api} {verb}", ActivityKind.Client);
        span?.SetTag("gateway.api", api);
        span?.SetTag("server.address", merchant.Endpoint.Host);
        return span;
    }

    /// <summary>Records how the call ended.</summary>
    public void End(Activity? span, string api, CallResult result, string? reason, TimeSpan duration)
    {
        var outcome = Word(result);
        _duration.Record(duration.TotalSeconds, new("api", api), new("outcome", outcome));
        span?.SetTag("gateway.outcome", outcome);
        span?.SetTag("gateway.reason", reason);
        if (result is CallResult.NeverSent or CallResult.Unknown)
            span?.SetStatus(ActivityStatusCode.Error, reason);
    }

    private static string Word(CallResult result) =>
        result switch
        {
            CallResult.Answered => "answered",
            CallResult.Refused => "refused",
            CallResult.NeverSent => "never_sent",
            CallResult.Unknown => "unknown",
            CallResult.Abandoned => "abandoned",
        };
}
