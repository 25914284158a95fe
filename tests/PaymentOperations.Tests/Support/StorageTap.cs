using Azure.Core;
using Azure.Core.Pipeline;

namespace PaymentOperations.Tests.Support;

/// <summary>Sees every storage request, and can stand for a process that dies there or a network that loses the answer.</summary>
internal sealed class StorageTap : HttpPipelinePolicy
{
    /// <summary>Called with every request before it leaves; may throw.</summary>
    public Action<Request> Before { get; set; } = _ => { };

    /// <summary>Called with every request after storage answered; may throw.</summary>
    public Action<Request> After { get; set; } = _ => { };

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Before(message.Request);
        ProcessNext(message, pipeline);
        After(message.Request);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Before(message.Request);
        await ProcessNextAsync(message, pipeline);
        After(message.Request);
    }
}
