using TwoC2P.Calls;
using TwoC2P.Codes;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.Protocol;

namespace TwoC2P.RecurringPlans;

/// <inheritdoc cref="IRecurringPlanClient" />
internal sealed class RecurringPlanClient(ApiCaller caller) : IRecurringPlanClient
{
    public Task<GatewayOutcome<RecurringPlanResponse>> SendAsync(
        GatewayMerchant merchant,
        RecurringPlanRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var api = merchant.Protocol.RecurringPlans;
        var units = merchant.Protocol.MinorUnits;
        var now = caller.LocalTime(merchant);
        var call = new ApiCall<RecurringPlanResponse>
        {
            Api = "RecurringPlans",
            Verb = request.Action.ToString(),
            Errors =
            [
                .. RecurringPlanRequestValidator.Validate(request, now, units),
                .. MerchantRules.Check(merchant, api.Version),
            ],
            Wire = () => XmlWires.For(merchant, api),
            Shadow = request.Action is RecurringPlanAction.Inquiry ? XmlWires.Beside(merchant, api.Envelope) : null,
            Exchange = XmlApi.Exchange(ByVersion(api), RecurringPlanLayouts.Request, RecurringPlanLayouts.Response),
            Message = () => XmlApi.Begin(RecurringPlanMessages.From(request, units), merchant, api.Version, now),
            Read = message => RecurringPlanMessages.ToResponse(message, units),
            Judge = response =>
                Matching.IsTo(merchant.MerchantId, response.MerchantId)
                    ? Matching.Judge(
                        response.RespCode == ResultCode.Success,
                        response.RecurringUniqueId,
                        request.RecurringUniqueId
                    )
                    : Verdict.Mismatched,
        };
        return caller.SendAsync(merchant, call, deadline, cancellationToken);
    }

    // The programs of the versions with SHA-1 hash no chargeOnDate in answers. Whoever sets an algorithm also means the order as it is set.
    private static XmlApiSettings ByVersion(XmlApiSettings api) =>
        api.Algorithm is not null || MessageVersion.IsAtLeast(api.Version, 2, 3)
            ? api
            : api with
            {
                AnswerHashOrder = string.Join(
                    ' ',
                    api.AnswerHashOrder.Split(' ').Where(name => name is not RecurringPlanLayouts.ChargeOnDate)
                ),
            };
}
