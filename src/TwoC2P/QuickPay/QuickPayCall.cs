using TwoC2P.Calls;
using TwoC2P.Codes;
using TwoC2P.Merchants;
using TwoC2P.Messages;
using TwoC2P.Protocol;

namespace TwoC2P.QuickPay;

/// <summary>What differs between QuickPay's verbs; the rest of a call is the same for all.</summary>
internal sealed class QuickPayCall<TResponse>(GatewayMerchant merchant, DateTimeOffset localNow)
    where TResponse : QuickPayResponse
{
    public required string Verb { get; init; }

    public required Func<QuickPaySettings, DateTimeOffset, IReadOnlyList<FieldError>> Errors { get; init; }

    public required Func<GatewayMerchant, IWire> Wire { get; init; }

    public required MessageExchange Exchange { get; init; }

    /// <summary>The request's own fields, by version and time zone.</summary>
    public required Func<string, TimeZoneInfo, WireMessage> Message { get; init; }

    public required Func<WireMessage, TimeZoneInfo, TResponse> Read { get; init; }

    public required Func<TResponse, Verdict> Judge { get; init; }

    // Payment links have one generation: a merchant that was born into the new one of the other APIs may have nothing to sign them with.
    private IEnumerable<FieldError> CheckKey()
    {
        if (merchant.Keys.SecretKeys.Count == 0)
            yield return new FieldError(
                "merchantID",
                "Payment links are signed with a secret key, and this merchant has none: ask 2C2P for one."
            );
    }

    public ApiCall<TResponse> ToApiCall()
    {
        var settings = merchant.Protocol.QuickPay;
        return new ApiCall<TResponse>
        {
            Api = "QuickPay",
            Verb = Verb,
            Errors =
            [
                .. MerchantRules.Check(merchant, settings.Version, QuickPayLayouts.VersionLength),
                .. Errors(settings, localNow),
                .. CheckKey(),
            ],
            Wire = () => Wire(merchant),
            Exchange = Exchange,
            Message = () => Begin(Message(settings.Version, merchant.TimeZone), settings.Version),
            Read = message => Read(message, merchant.TimeZone),
            Judge = Judge,
        };
    }

    private WireMessage Begin(WireMessage message, string version)
    {
        message["version"] = version;
        message["merchantID"] = merchant.MerchantId.Text;
        message["timeStamp"] = WireFormats.ToYyyyMMddHHmmss(localNow);
        return message;
    }
}
