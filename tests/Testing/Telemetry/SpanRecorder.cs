using System.Collections.Concurrent;
using System.Diagnostics;

namespace Testing.Telemetry;

/// <summary>Records the spans of some activity sources, of the whole process: a test tells its own by their trace.</summary>
public sealed class SpanRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;

    public SpanRecorder(params string[] sources)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => sources.Contains(source.Name, StringComparer.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The spans of a trace that have ended, in that order.</summary>
    public IReadOnlyList<Activity> Of(ActivityTraceId trace) => [.. ended.Where(span => span.TraceId == trace)];

    public void Dispose() => listener.Dispose();
}
