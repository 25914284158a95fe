using TwoC2P.Calls;
using TwoC2P.Codes;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;

namespace TwoC2P.CardTokens;

/// <inheritdoc cref="ICardTokenClient" />
internal sealed class CardTokenClient(ApiCaller caller) : ICardTokenClient
{
    public Task<GatewayOutcome<CardTokenResponse>> SendAsync(
        GatewayMerchant merchant,
        CardTokenRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var api = merchant.Protocol.CardTokens;
        var now = caller.LocalTime(merchant);
        var call = new ApiCall<CardTokenResponse>
        {
            Api = "CardTokens",
            Verb = request.Action.ToString(),
            Errors = [.. CardTokenRequestValidator.Validate(request, now), .. MerchantRules.Check(merchant, api.Version)],
            Wire = () => XmlWires.For(merchant, api),
            Shadow = request.Action is CardTokenAction.Inquiry ? XmlWires.Beside(merchant, api.Envelope) : null,
            Exchange = XmlApi.Exchange(api, CardTokenLayouts.Request, CardTokenLayouts.Response),
            Message = () => XmlApi.Begin(CardTokenMessages.From(request), merchant, api.Version, now),
            Read = CardTokenMessages.ToResponse,
            Judge = response => Judge(merchant, request, response),
        };
        return caller.SendAsync(merchant, call, deadline, cancellationToken);
    }

    private static Verdict Judge(GatewayMerchant merchant, CardTokenRequest request, CardTokenResponse response)
    {
        if (!Matching.IsTo(merchant.MerchantId, response.MerchantId))
            return Verdict.Mismatched;

        return request.Pan is null
            ? Matching.Judge(response.RespCode == ResultCode.Success, response.StoreCardUniqueId, request.StoreCardUniqueId)
            : JudgeAdded(request.Pan, response);
    }

    // A signed answer can be an old one played back: what is paid with its token would be another customer's.
    private static Verdict JudgeAdded(CardNumber pan, CardTokenResponse response)
    {
        if (response.PanMasked is { } masked && !pan.Fits(masked))
            return Verdict.Mismatched;
        if (response.RespCode != ResultCode.Success)
            return Verdict.No;

        return response.StoreCardUniqueId is null ? Verdict.Mismatched : Verdict.Yes;
    }
}
