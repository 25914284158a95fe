namespace TwoC2P.QuickPay;

/// <summary>The answer to Send (message <c>QPSendRes</c>).</summary>
public sealed record SendLinkResponse : QuickPayResponse
{
    /// <summary>Who got it. A recipient who did not is no error: the result is still 000.</summary>
    public DeliveryReport Delivery { get; init; } = new();
}
