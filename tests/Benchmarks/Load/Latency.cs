using Azure.Core;
using Azure.Core.Pipeline;

namespace Benchmarks.Load;

/// <summary>Makes every storage call as far away as it is in Azure, and counts them.</summary>
internal sealed class Latency(TimeSpan delay) : HttpPipelinePolicy
{
    private int _calls;

    public TimeSpan Delay => delay;
    public int Calls => _calls;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is asked asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _calls);
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay);
        await ProcessNextAsync(message, pipeline);
    }
}
