namespace TwoC2P.QuickPay;

/// <summary>Makes a link (message <c>GenerateQPReq</c>).</summary>
/// <param name="OrderIdPrefix">What the invoice numbers of its payments begin with; must be unused (<c>orderIdPrefix</c>, 50; letters, digits, <c>_ -</c>).</param>
/// <param name="Terms">What it is for.</param>
public sealed record GenerateLinkRequest(string OrderIdPrefix, QuickPayLinkTerms Terms);
