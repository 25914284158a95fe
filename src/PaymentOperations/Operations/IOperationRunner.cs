namespace PaymentOperations.Operations;

/// <summary>Runs one operation one step further (steps R1 to R8).</summary>
public interface IOperationRunner
{
    /// <summary>
    /// Does what can be done now and leaves the rest to a later pointer or the sweep. Throws only when storage or Key Vault fails: the queue then redelivers.
    /// </summary>
    /// <param name="message">The pointer.</param>
    /// <param name="runner">Who runs it, for the audit trail (<c>refunds queue</c>).</param>
    /// <param name="cancellationToken">The host is stopping: nothing new is sent any more.</param>
    Task RunAsync(OperationMessage message, string runner, CancellationToken cancellationToken);
}
