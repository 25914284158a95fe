using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using TwoC2P.Outcomes;
using TwoC2P.RecurringPlans;

namespace PaymentGateway.Http.RecurringPlans;

/// <summary>Changes some of a recurring plan's terms; 2C2P takes them only all together, so the others are read first.</summary>
public sealed class UpdateRecurringPlan(RecurringPlanCalls plans, TimeProvider time)
{
    [Function(nameof(UpdateRecurringPlan))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "merchants/{merchantId}/recurring-plans/{recurringUniqueID}")]
            HttpRequest request,
        string recurringUniqueID,
        CancellationToken cancellationToken
    )
    {
        var merchant = Caller.Of(request.HttpContext).Merchant;
        if (RecurringPlanAddress.Refuse(recurringUniqueID) is { } noPlan)
            return noPlan;

        var units = merchant.Protocol.MinorUnits;
        var now = merchant.LocalTime(time);
        var (patch, refused) = await JsonRequest.ReadPatchAsync(
            request,
            (body, errors) => RecurringPlanPatchReader.Read(body, now, units, errors)
        );
        if (patch is null)
            return refused!;

        var found = await plans.ReadAsync(merchant, recurringUniqueID, cancellationToken);
        if (found is not GatewayOutcome<RecurringPlanResponse>.Answered { Response: var stored })
            return ApiProblems.OfRead(found, RecurringPlanBody.RefusalOf, ErrorCodes.RecurringPlanNotFound);

        var update = RecurringPlanUpdate.Of(recurringUniqueID, patch.Over(stored.ToTerms()));
        var errors = RecurringPlanUpdate.Errors(update, now, units).Concat(patch.NotUsable(stored)).ToList();
        if (MergeProblems.Of(errors, patch.Names.Contains) is { } problem)
            return problem;

        var outcome = await plans.ChangeAsync(merchant, update);
        return outcome is GatewayOutcome<RecurringPlanResponse>.Answered { Response: var plan }
            ? JsonAnswer.Ok(RecurringPlanBody.Of(plan), ApiJson.Plain.RecurringPlanBody)
            : ApiProblems.OfWrite(outcome, RecurringPlanBody.RefusalOf, ErrorCodes.RecurringPlanNotFound);
    }
}
