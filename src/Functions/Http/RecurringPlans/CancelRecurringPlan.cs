using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Security;
using TwoC2P.Outcomes;
using TwoC2P.RecurringPlans;

namespace PaymentGateway.Http.RecurringPlans;

/// <summary>Ends a recurring plan.</summary>
public sealed class CancelRecurringPlan(RecurringPlanCalls plans)
{
    [Function(nameof(CancelRecurringPlan))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "delete",
            Route = "merchants/{merchantId}/recurring-plans/{recurringUniqueID}"
        )]
            HttpRequest request,
        string recurringUniqueID
    )
    {
        if (RecurringPlanAddress.Refuse(recurringUniqueID) is { } refused)
            return refused;

        var outcome = await plans.ChangeAsync(
            Caller.Of(request.HttpContext).Merchant,
            new RecurringPlanRequest { Action = RecurringPlanAction.Cancel, RecurringUniqueId = recurringUniqueID }
        );
        return outcome is GatewayOutcome<RecurringPlanResponse>.Answered { Response: var plan }
            ? JsonAnswer.Ok(RecurringPlanBody.Of(plan), ApiJson.Plain.RecurringPlanBody)
            : ApiProblems.OfWrite(outcome, RecurringPlanBody.RefusalOf, ErrorCodes.RecurringPlanNotFound);
    }
}
