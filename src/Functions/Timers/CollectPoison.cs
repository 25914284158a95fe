using System.Diagnostics.CodeAnalysis;
using Microsoft.Azure.Functions.Worker;
using PaymentOperations.Operations;

namespace PaymentGateway.Timers;

/// <summary>
/// Every minute: deals with what the host moved to the poison queues. A timer and not a trigger on them, because the host gives a trigger no message that is not Base64, and none a sixth time.
/// </summary>
public sealed class CollectPoison(IPoisonCollector collector)
{
    [Function(nameof(CollectPoison))]
    [SuppressMessage("Style", "IDE0060", Justification = "The trigger needs a parameter to sit on.")]
    public Task RunAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        collector.RunAsync(cancellationToken);
}
