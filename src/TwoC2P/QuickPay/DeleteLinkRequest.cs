namespace TwoC2P.QuickPay;

/// <summary>Ends a link (message <c>QPDeleteReq</c>).</summary>
/// <param name="QpId">The link (<c>qpID</c>, 10): digits.</param>
public sealed record DeleteLinkRequest(string QpId);
