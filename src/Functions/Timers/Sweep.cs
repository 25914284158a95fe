using System.Diagnostics.CodeAnalysis;
using Microsoft.Azure.Functions.Worker;
using PaymentOperations.Operations;

namespace PaymentGateway.Timers;

/// <summary>Every minute: looks after everything that is open, so that no lost message loses an operation.</summary>
public sealed class Sweep(ISweep sweep)
{
    [Function(nameof(Sweep))]
    [SuppressMessage("Style", "IDE0060", Justification = "The trigger needs a parameter to sit on.")]
    public Task RunAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.RunAsync(cancellationToken);
}
