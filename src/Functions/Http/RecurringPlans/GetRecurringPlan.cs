using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Security;
using TwoC2P.Outcomes;
using TwoC2P.RecurringPlans;

namespace PaymentGateway.Http.RecurringPlans;

/// <summary>A recurring plan as 2C2P shows it now.</summary>
public sealed class GetRecurringPlan(RecurringPlanCalls plans)
{
    [Function(nameof(GetRecurringPlan))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "merchants/{merchantId}/recurring-plans/{recurringUniqueID}"
        )]
            HttpRequest request,
        string recurringUniqueID,
        CancellationToken cancellationToken
    )
    {
        if (RecurringPlanAddress.Refuse(recurringUniqueID) is { } refused)
            return refused;

        var merchant = Caller.Of(request.HttpContext).Merchant;
        var outcome = await plans.ReadAsync(merchant, recurringUniqueID, cancellationToken);
        return outcome is GatewayOutcome<RecurringPlanResponse>.Answered { Response: var plan }
            ? JsonAnswer.Ok(RecurringPlanBody.Of(plan), ApiJson.Plain.RecurringPlanBody)
            : ApiProblems.OfRead(outcome, RecurringPlanBody.RefusalOf, ErrorCodes.RecurringPlanNotFound);
    }
}
