using TwoC2P.Calls;
using TwoC2P.Codes;
using TwoC2P.Merchants;
using TwoC2P.Messages;
using TwoC2P.Outcomes;

namespace TwoC2P.InstallmentOptions;

/// <inheritdoc cref="IInstallmentOptionClient" />
internal sealed class InstallmentOptionClient(ApiCaller caller) : IInstallmentOptionClient
{
    public Task<GatewayOutcome<InstallmentOptionsResponse>> GetAsync(
        GatewayMerchant merchant,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var api = merchant.Protocol.InstallmentOptions;
        var call = new ApiCall<InstallmentOptionsResponse>
        {
            Api = "InstallmentOptions",
            Errors = [.. MerchantRules.Check(merchant, api.Version)],
            Wire = () => XmlWires.For(merchant, api),
            Shadow = XmlWires.Beside(merchant, api.Envelope),
            Exchange = XmlApi.Exchange(api, InstallmentOptionLayouts.Request, InstallmentOptionLayouts.Response),
            Message = () => XmlApi.Begin(new WireMessage(), merchant, api.Version, caller.LocalTime(merchant)),
            Read = InstallmentOptionMessages.ToResponse,
            // The request names nothing that an answer could be for.
            Judge = response => response.RespCode == ResultCode.Success ? Verdict.Yes : Verdict.No,
        };
        return caller.SendAsync(merchant, call, deadline, cancellationToken);
    }
}
