using Microsoft.Extensions.Time.Testing;

namespace TwoC2P.Simulator.Tests.Running;

/// <summary>One simulator for all tests of a class, for tests that leave nothing behind that another one sees.</summary>
public sealed class SharedSimulator : IAsyncLifetime
{
    public SimulatorHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Host = await SimulatorHost.StartAsync(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero)));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
