namespace PaymentOperations.Notifications;

/// <summary>Takes 2C2P's callbacks: verify, store, wake the runner. Never changes an operation.</summary>
public interface INotificationIntake
{
    /// <summary>Takes one callback body (bounded by the caller to 64 KiB).</summary>
    /// <param name="merchantId">From the address, unproven.</param>
    /// <param name="operationId">From the address, unproven.</param>
    /// <param name="body">The raw body.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<NotificationResult> ReceiveAsync(
        string merchantId,
        string operationId,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    );
}
