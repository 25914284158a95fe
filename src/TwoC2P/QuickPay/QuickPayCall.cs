using TwoC2P.Calls;
using TwoC2P.Codes;
using TwoC2P.Messages;
using TwoC2P.PaymentAction;
using TwoC2P.Protocol;

namespace TwoC2P.QuickPay;

/// <summary>What differs between QuickPay's verbs; the rest of a call is the same for all.</summary>
internal sealed class QuickPayCall<TResponse>(PaymentActionMerchant merchant, DateTimeOffset localNow)
    where TResponse : QuickPayResponse
{
    public required string Verb { get; init; }

    public required Func<QuickPaySettings, DateTimeOffset, IReadOnlyList<FieldError>> Errors { get; init; }

    public required Func<PaymentActionMerchant, IWire> Wire { get; init; }

    public required MessageExchange Exchange { get; init; }

    /// <summary>The request's own fields, by version and time zone.</summary>
    public required Func<string, TimeZoneInfo, WireMessage> Message { get; init; }

    public required Func<WireMessage, TimeZoneInfo, TResponse> Read { get; init; }

    public required Func<TResponse, Verdict> Judge { get; init; }

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
