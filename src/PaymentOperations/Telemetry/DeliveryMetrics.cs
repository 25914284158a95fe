using System.Diagnostics.Metrics;

namespace PaymentOperations.Telemetry;

/// <summary>Counts what came of deliveries to merchants' webhooks. Told after the commit.</summary>
internal sealed class DeliveryMetrics
{
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _undelivered;

    public DeliveryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(OperationMetricNames.Meter);
        _attempts = meter.CreateCounter<long>(
            OperationMetricNames.WebhookAttempts,
            "{attempt}",
            "Attempts to deliver an event to a merchant's webhook."
        );
        _undelivered = meter.CreateCounter<long>(
            OperationMetricNames.WebhooksUndelivered,
            "{event}",
            "Events whose delivery was given up."
        );
    }

    /// <param name="result">A word of ours.</param>
    public void Attempted(string result) => _attempts.Add(1, new KeyValuePair<string, object?>("result", result));

    public void GivenUp() => _undelivered.Add(1);
}
