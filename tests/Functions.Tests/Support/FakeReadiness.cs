using PaymentOperations.Health;

namespace Functions.Tests.Support;

/// <summary>Parts that answer or do not.</summary>
internal sealed class FakeReadiness : IReadiness
{
    public IReadOnlyList<PartHealth> Parts { get; set; } = [new("tables", true), new("queues", true), new("key vault", true)];

    public int Calls { get; private set; }

    public Task<IReadOnlyList<PartHealth>> CheckAsync(CancellationToken cancellationToken)
    {
        Calls++;
        return Task.FromResult(Parts);
    }
}
