namespace TwoC2P.QuickPay;

/// <summary>Replaces a link's terms (message <c>QPUpdateReq</c>); the prefix cannot be changed.</summary>
/// <param name="QpId">The link (<c>qpID</c>, 10): digits.</param>
/// <param name="Terms">All of its terms, also those that stay.</param>
public sealed record UpdateLinkRequest(string QpId, QuickPayLinkTerms Terms);
