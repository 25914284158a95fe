using System.Diagnostics.Metrics;

namespace PaymentOperations.Telemetry;

/// <summary>Counts the messages that were given up and taken out of a poison queue.</summary>
internal sealed class PoisonMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _collected = meters
        .Create(OperationMetricNames.Meter)
        .CreateCounter<long>(
            OperationMetricNames.PoisonCollected,
            "{message}",
            "Messages that were given up after five tries and taken out of their poison queue."
        );

    public void Collected(string queue, bool isOurs) =>
        _collected.Add(1, new("queue", queue), new KeyValuePair<string, object?>("result", isOurs ? "ours" : "quarantined"));
}
