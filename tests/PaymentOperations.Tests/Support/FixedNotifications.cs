using TwoC2P.Merchants;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Support;

/// <summary>Says what the body of a callback turns out to be; the real reader has tests of its own.</summary>
internal sealed class FixedNotifications : INotificationReader
{
    public NotificationOutcome Next { get; set; } = new NotificationOutcome.Unreadable();

    /// <summary>Whether a callback is proved with these keys at all.</summary>
    public Func<GatewayMerchant, bool> IsProved { get; set; } = static _ => true;

    public NotificationOutcome Read(ReadOnlyMemory<byte> body, GatewayMerchant merchant) =>
        IsProved(merchant) ? Next : new NotificationOutcome.Unverified();
}
