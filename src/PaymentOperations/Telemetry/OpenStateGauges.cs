using System.Diagnostics.Metrics;

namespace PaymentOperations.Telemetry;

/// <summary>
/// Reports what the last sweep of this instance saw. The timer runs on one instance at a time and can move to another: what is old is no longer told, or an instance that sweeps no more would report a
/// solved problem for ever. Until then two instances report: an alert takes the maximum.
/// </summary>
internal sealed class OpenStateGauges
{
    private static readonly TimeSpan ToldFor = TimeSpan.FromMinutes(5);
    private readonly TimeProvider _time;
    private OpenState? _last;

    public OpenStateGauges(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(OperationMetricNames.Meter);
        meter.CreateObservableGauge(
            OperationMetricNames.OutstandingOldestAge,
            OldestAge,
            "s",
            "Age of the oldest operation that is neither final, nor pending at 2C2P, nor waiting for a person."
        );
        meter.CreateObservableGauge(
            OperationMetricNames.NeedsReview,
            NeedsReview,
            "{operation}",
            "Open operations that wait for a person."
        );
        meter.CreateObservableGauge(
            OperationMetricNames.PoisonMessages,
            Poison,
            "{message}",
            "Messages that could not be handled, by poison queue."
        );
    }

    public void Report(OpenState state) => Volatile.Write(ref _last, state);

    private IEnumerable<Measurement<double>> OldestAge() =>
        Fresh() is { } state ? [new(state.OldestSince is { } since ? (_time.GetUtcNow() - since).TotalSeconds : 0)] : [];

    private IEnumerable<Measurement<int>> NeedsReview() => Fresh() is { } state ? [new(state.NeedsReview)] : [];

    private IEnumerable<Measurement<int>> Poison() =>
        Fresh() is { } state
            ? state.Poison.Select(queue => new Measurement<int>(
                queue.Value,
                new KeyValuePair<string, object?>("queue", queue.Key)
            ))
            : [];

    private OpenState? Fresh() =>
        Volatile.Read(ref _last) is { } state && _time.GetUtcNow() - state.ReadAt <= ToldFor ? state : null;
}
