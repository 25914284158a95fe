using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace EndToEnd.Tests.Telemetry;

/// <summary>Everything that an app exported. To be read when the app has stopped.</summary>
internal sealed class Exported
{
    private readonly List<Activity> spans = [];
    private readonly List<MetricSnapshot> metrics = [];
    private readonly List<LogRecord> logs = [];

    public IReadOnlyList<Activity> Spans => spans;

    public IReadOnlyList<LogRecord> Logs => logs;

    public void Collect(IServiceCollection services)
    {
        services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddInMemoryExporter(spans));
        services.ConfigureOpenTelemetryMeterProvider(meters => meters.AddInMemoryExporter(metrics));
        services.ConfigureOpenTelemetryLoggerProvider(logging => logging.AddInMemoryExporter(logs));
    }

    public IReadOnlyList<Activity> Of(ActivityTraceId trace) => [.. spans.Where(span => span.TraceId == trace)];

    /// <summary>The tags that an instrument was exported with, such as <c>kind=refund outcome=failed</c>, and the sum or count of each.</summary>
    public IReadOnlyDictionary<string, double> Points(string name) =>
        metrics
            .Where(metric => metric.Name == name)
            .SelectMany(metric => metric.MetricPoints.Select(point => (Tags: TagsOf(point), Value: ValueOf(metric, point))))
            .GroupBy(point => point.Tags)
            .ToDictionary(group => group.Key, group => group.Last().Value);

    /// <summary>All texts that left the app, each with where it stood.</summary>
    public IEnumerable<string> Texts() =>
        [
            .. spans.SelectMany(TextsOf),
            .. metrics.SelectMany(metric => metric.MetricPoints.Select(point => $"metric {metric.Name}: {TagsOf(point)}")),
            .. logs.Select(TextOf),
        ];

    private static IEnumerable<string> TextsOf(Activity span) =>
        [
            $"span {span.DisplayName}: {span.StatusDescription} {span.TraceStateString}",
            .. span
                .TagObjects.Concat(span.Events.SelectMany(one => one.Tags))
                .Select(tag => $"span {span.DisplayName}: {tag.Key}={tag.Value}"),
            .. span.Baggage.Select(item => $"span {span.DisplayName}: {item.Key}={item.Value}"),
        ];

    private static string TextOf(LogRecord log)
    {
        var values = log.Attributes?.Select(pair => $"{pair.Key}={pair.Value}") ?? [];
        return $"log {log.CategoryName} {log.EventId.Id}: {log.FormattedMessage} {log.Body} {string.Join(' ', values)} {log.Exception}";
    }

    private static string TagsOf(MetricPoint point)
    {
        List<string> tags = [];
        foreach (var tag in point.Tags)
            tags.Add($"{tag.Key}={tag.Value}");
        return string.Join(' ', tags.Order(StringComparer.Ordinal));
    }

    private static double ValueOf(MetricSnapshot metric, MetricPoint point) =>
        metric.MetricType switch
        {
            MetricType.LongSum => point.GetSumLong(),
            MetricType.Histogram => point.GetHistogramCount(),
            MetricType.LongGauge => point.GetGaugeLastValueLong(),
            MetricType.DoubleGauge => point.GetGaugeLastValueDouble(),
            _ => throw new NotSupportedException($"{metric.Name} is a {metric.MetricType}."),
        };
}
