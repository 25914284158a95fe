using TwoC2P.Codes;
using TwoC2P.Merchants;
using TwoC2P.Messages;
using TwoC2P.Protocol;
using TwoC2P.Signing;

namespace TwoC2P.Calls;

/// <summary>What the XML APIs beside Payment Action have in common: formulas from settings and the fields that every request begins with.</summary>
internal static class XmlApi
{
    public const string ResultField = "respCode";

    public static MessageExchange Exchange(XmlApiSettings api, MessageLayout request, MessageLayout answer)
    {
        var algorithm = AlgorithmOf(api);
        return new MessageExchange(
            request,
            SignatureFormula.Of(algorithm, api.RequestHashOrder),
            answer,
            SignatureFormula.Of(algorithm, api.AnswerHashOrder),
            ResultField
        );
    }

    /// <summary>Adds version, merchantID and timeStamp.</summary>
    public static WireMessage Begin(WireMessage message, GatewayMerchant merchant, string version, DateTimeOffset local)
    {
        message["version"] = version;
        message["merchantID"] = merchant.MerchantId.Text;
        message["timeStamp"] = WireFormats.ToDdMMyyHHmmss(local);
        return message;
    }

    private static SignatureAlgorithm AlgorithmOf(XmlApiSettings api) =>
        api.Algorithm
        ?? (MessageVersion.IsAtLeast(api.Version, 2, 3) ? SignatureAlgorithm.HmacSha256 : SignatureAlgorithm.HmacSha1);
}
