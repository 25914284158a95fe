using TwoC2P.Calls;
using TwoC2P.PaymentAction;
using TwoC2P.Protocol;

namespace TwoC2P.RecurringPlans;

/// <inheritdoc cref="IRecurringPlanClient" />
internal sealed class RecurringPlanClient(ApiCaller caller) : IRecurringPlanClient
{
    public Task<GatewayOutcome<RecurringPlanResponse>> SendAsync(
        PaymentActionMerchant merchant,
        RecurringPlanRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var api = merchant.Protocol.RecurringPlans;
        var now = caller.LocalTime(merchant);
        var call = new ApiCall<RecurringPlanResponse>
        {
            Api = "RecurringPlans",
            Verb = request.Action.ToString(),
            Errors = [.. RecurringPlanRequestValidator.Validate(request, now), .. MerchantRules.Check(merchant, api.Version)],
            Wire = () => XmlWire.For(merchant, api),
            Exchange = XmlApi.Exchange(api, RecurringPlanLayouts.Request, RecurringPlanLayouts.Response),
            Message = () => XmlApi.Begin(RecurringPlanMessages.From(request), merchant, api.Version, now),
            Read = RecurringPlanMessages.ToResponse,
            Judge = response =>
                Matching.Judge(response.RespCode == ResultCode.Success, response.RecurringUniqueId, request.RecurringUniqueId),
        };
        return caller.SendAsync(merchant, call, deadline, cancellationToken);
    }
}
