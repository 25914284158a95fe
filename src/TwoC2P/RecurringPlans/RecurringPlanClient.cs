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
            Exchange = XmlApi.Exchange(ByVersion(api), RecurringPlanLayouts.Request, RecurringPlanLayouts.Response),
            Message = () => XmlApi.Begin(RecurringPlanMessages.From(request), merchant, api.Version, now),
            Read = RecurringPlanMessages.ToResponse,
            Judge = response =>
                Matching.Judge(response.RespCode == ResultCode.Success, response.RecurringUniqueId, request.RecurringUniqueId),
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
