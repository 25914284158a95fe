using System.Text.Json.Nodes;
using TwoC2P;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>A link that a caller wants, read and well formed.</summary>
/// <param name="OrderIdPrefix">What the invoice numbers of its payments begin with.</param>
/// <param name="Terms">What it is for.</param>
/// <param name="Send">Who gets it at once; null for nobody.</param>
internal sealed record NewLink(string OrderIdPrefix, QuickPayLinkTerms Terms, QuickPayDelivery? Send)
{
    /// <summary>What makes two requests for a link the same. Holds recipients: kept in memory only.</summary>
    public string Fingerprint(MerchantId merchantId)
    {
        var body = new JsonObject
        {
            ["orderIdPrefix"] = OrderIdPrefix,
            ["terms"] = LinkJson.Of(Terms),
            ["send"] = Send is null ? null : LinkJson.Of(Send),
        };
        return $"POST\n{LinkAddress.Collection(merchantId)}\n{body.ToJsonString()}";
    }
}
