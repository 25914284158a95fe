namespace TwoC2P.QuickPay;

/// <summary>Reads a link (message <c>QPQueryReq</c>).</summary>
/// <param name="QpId">The link (<c>qpID</c>, 10): digits.</param>
public sealed record QueryLinkRequest(string QpId);
