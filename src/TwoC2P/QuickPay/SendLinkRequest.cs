namespace TwoC2P.QuickPay;

/// <summary>Sends a link (message <c>QPSendReq</c>).</summary>
/// <param name="QpId">The link (<c>qpID</c>, 10): digits.</param>
/// <param name="Delivery">Who gets it.</param>
public sealed record SendLinkRequest(string QpId, QuickPayDelivery Delivery);
