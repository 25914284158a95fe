using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Testing.Telemetry;

/// <summary>Records what the meters of one container measure; other tests' meters are not its own.</summary>
public sealed class MetricRecorder : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<RecordedMeasurement> measurements = new();

    public MetricRecorder(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters))
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Everything of one instrument so far.</summary>
    public IReadOnlyList<RecordedMeasurement> Of(string name) => [.. measurements.Where(one => one.Name == name)];

    /// <summary>The tags of each measurement of one instrument so far.</summary>
    public IReadOnlyList<string> TagsOf(string name) => [.. Of(name).Select(one => one.Tags)];

    /// <summary>What a gauge says now.</summary>
    public IReadOnlyList<RecordedMeasurement> Read(string gauge)
    {
        var before = Of(gauge).Count;
        listener.RecordObservableInstruments();
        return [.. Of(gauge).Skip(before)];
    }

    public void Dispose() => listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}");
        measurements.Enqueue(new RecordedMeasurement(instrument.Name, instrument.Unit, value, string.Join(' ', words)));
    }
}
