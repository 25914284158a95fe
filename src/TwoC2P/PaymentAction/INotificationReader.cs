using TwoC2P.Merchants;

namespace TwoC2P.PaymentAction;

/// <summary>Reads and verifies what 2C2P posts to a notifyURL. Stores and decides nothing.</summary>
public interface INotificationReader
{
    /// <summary>
    /// Takes the form field <c>notifyResponse</c>, else <c>paymentResponse</c>, the first that is not empty, else the whole body; mends what forms do to Base64; opens the envelope that
    /// it finds; and verifies the hash with the merchant's keys, or a token's signature with 2C2P's, current first. Lists that the hash leaves out are dropped.
    /// </summary>
    /// <param name="body">The raw body, at most 64 KiB (the caller's bound).</param>
    /// <param name="merchant">The merchant whose keys must have signed it.</param>
    NotificationOutcome Read(ReadOnlyMemory<byte> body, GatewayMerchant merchant);
}
