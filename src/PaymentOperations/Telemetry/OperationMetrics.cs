using System.Diagnostics.Metrics;
using PaymentOperations.Operations;

namespace PaymentOperations.Telemetry;

/// <summary>Counts what happened to operations and callbacks. Told after the commit, so that what is counted has happened.</summary>
internal sealed class OperationMetrics
{
    private readonly Counter<long> _accepted;
    private readonly Counter<long> _completed;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _callbacks;

    public OperationMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(OperationMetricNames.Meter);
        _accepted = meter.CreateCounter<long>(
            OperationMetricNames.Accepted,
            "{operation}",
            "Operations that were committed to the ledger."
        );
        _completed = meter.CreateCounter<long>(
            OperationMetricNames.Completed,
            "{operation}",
            "Operations whose final state was committed."
        );
        _duration = meter.CreateHistogram(
            OperationMetricNames.Duration,
            "s",
            "Time from the accept of an operation to its final state.",
            advice: new InstrumentAdvice<double>
            {
                // Seconds for cards, days for what 2C2P itself calls pending.
                HistogramBucketBoundaries = [1, 2, 5, 15, 60, 300, 900, 3600, 6 * 3600, 86400, 3 * 86400, 7 * 86400],
            }
        );
        _callbacks = meter.CreateCounter<long>(OperationMetricNames.CallbackReceived, "{callback}", "Callbacks of 2C2P.");
    }

    public void Accepted(OperationKind kind) => _accepted.Add(1, new KeyValuePair<string, object?>("kind", Words.Of(kind)));

    public void Completed(OperationKind kind, OperationStatus outcome, TimeSpan duration)
    {
        KeyValuePair<string, object?> kindTag = new("kind", Words.Of(kind));
        KeyValuePair<string, object?> outcomeTag = new("outcome", Words.Of(outcome));
        _completed.Add(1, kindTag, outcomeTag);
        _duration.Record(duration.TotalSeconds, kindTag, outcomeTag);
    }

    public void Received(CallbackResult result) =>
        _callbacks.Add(1, new KeyValuePair<string, object?>("result", Words.Of(result)));
}
