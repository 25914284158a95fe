using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Transactions;

/// <summary>Fills the record with known transactions at start, unless <c>--seed none</c>.</summary>
internal sealed class Seeding(SimulatorOptions options, TransactionStore store, ReferenceNumbers references, GatewayClock clock)
    : IHostedService
{
    private static readonly NewTransaction[] Transactions =
    [
        new("JT01", "INV-SETTLED-1", 1000.00m),
        new("JT01", "INV-SETTLED-2", 300.00m),
        new("JT01", "INV-AUTHORIZED-1", 500.00m, "A"),
        new("JT01", "INV-AUTHORIZED-2", 80.00m, "A"),
        new("JT01", "INV-APM-1", 750.00m, "S", "apm"),
        new("JT01", "INV/2026/11-001", 120.00m),
        new("JT01", "INV-READY-1", 60.00m, "RS"),
        new("JT01", "INV-APM-UNPAID-1", 90.00m, "AP", "apm"),
        new("JT01", "INV-VOIDED-1", 45.00m, "V"),
        new("JT01", "INV-FAILED-1", 45.00m, "PF"),
        new("JT01", "INV-EXPIRED-1", 45.00m, "EX", "apm"),
        new("JT06", "INV-SETTLED-1", 1000.00m),
        new("JT06", "INV-AUTHORIZED-1", 500.00m, "A"),
        new("JT06", "INV-AUTHORIZED-2", 80.00m, "A"),
        new("JT06", "INV-APM-1", 750.00m, "S", "apm"),
        new("JT06", "INV-CAPTURED-1", 210.00m, "PFC"),
        new("JT04", "INV-SETTLED-1", 2000.00m),
        new("JT04", "INV-AUTHORIZED-1", 640.00m, "A"),
        new("JT04", "INV-APM-1", 410.00m, "S", "apm"),
    ];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.Equals(options.Seed, "none", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var transaction in Transactions)
                store.Put(transaction.Build(references, clock));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
