namespace TwoC2P.PaymentAction;

/// <summary>Reads and verifies what 2C2P posts to a notifyURL. Stores and decides nothing.</summary>
public interface INotificationReader
{
    /// <summary>
    /// Takes the form field <c>notifyResponse</c>, else <c>paymentResponse</c>, else the whole body; mends what form decoding does to Base64; opens the envelope that it finds; and
    /// verifies the hash with the merchant's keys, current first, in constant time.
    /// </summary>
    /// <param name="body">The raw body, at most 64 KiB (the caller's bound).</param>
    /// <param name="merchant">The merchant whose keys must have signed it.</param>
    NotificationOutcome Read(ReadOnlyMemory<byte> body, PaymentActionMerchant merchant);
}
