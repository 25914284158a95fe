namespace PaymentOperations.Operations;

/// <summary>Delivers events to merchants' webhooks.</summary>
public interface IEventDelivery
{
    /// <summary>
    /// Does what a pointer asks for as far as it can be done now, and leaves the rest to a later pointer or the sweep. Throws only when storage or Key Vault fails: the queue then redelivers.
    /// </summary>
    /// <param name="message">The pointer.</param>
    /// <param name="cancellationToken">The host is stopping: nothing new is begun any more.</param>
    Task RunAsync(DeliveryMessage message, CancellationToken cancellationToken);
}
