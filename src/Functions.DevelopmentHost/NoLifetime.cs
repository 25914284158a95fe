using Microsoft.Extensions.Hosting;

namespace DevelopmentHosting;

/// <summary>Signals belong to the process, not to the hosts inside it.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
