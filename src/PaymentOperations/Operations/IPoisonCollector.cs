namespace PaymentOperations.Operations;

/// <summary>Takes the messages out of the poison queues that the Functions host moved there after five tries.</summary>
public interface IPoisonCollector
{
    /// <summary>
    /// One round. A message of ours has its operation looked at again, and after ten of them a person is called; one that is not ours is kept in quarantine. None is dropped: what cannot be dealt with stays on its queue.
    /// </summary>
    Task RunAsync(CancellationToken cancellationToken);
}
