namespace TwoC2P.QuickPay;

/// <summary>Makes a link and sends it (message <c>GenerateSendQPReq</c>).</summary>
/// <param name="OrderIdPrefix">What the invoice numbers of its payments begin with; must be unused (<c>orderIdPrefix</c>, 50; letters, digits, <c>_ -</c>).</param>
/// <param name="Terms">What it is for.</param>
/// <param name="Delivery">Who gets it.</param>
public sealed record GenerateAndSendLinkRequest(string OrderIdPrefix, QuickPayLinkTerms Terms, QuickPayDelivery Delivery);
