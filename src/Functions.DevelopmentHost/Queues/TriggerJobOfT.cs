using Microsoft.Azure.WebJobs;

namespace DevelopmentHosting.Queues;

/// <summary>A job for messages of one form.</summary>
/// <typeparam name="T">The form in which the SDK gives the message.</typeparam>
public abstract class TriggerJob<T> : TriggerJob
    where T : class
{
    /// <summary>Runs the function; returns when it has ended, and fails as it failed, so that the SDK tries again.</summary>
    /// <param name="message">The message.</param>
    /// <param name="binder">Knows the message's properties.</param>
    /// <param name="cancellationToken">Fires when the host stops and does not wait any longer.</param>
    /// <returns>The run.</returns>
    public Task ForwardAsync(T message, Binder binder, CancellationToken cancellationToken) =>
        RunAsync(MessageData.Of(message), binder, cancellationToken);
}
