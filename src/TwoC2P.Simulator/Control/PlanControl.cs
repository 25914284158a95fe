using TwoC2P.Simulator.Records;
using TwoC2P.Simulator.RecurringPlans;

namespace TwoC2P.Simulator.Control;

/// <summary>Creates and reads recurring plans; their values are not checked, so that odd ones can be shown too.</summary>
internal static class PlanControl
{
    public static void MapPlans(this RouteGroupBuilder control)
    {
        control.MapPost("/plans", Create);
        control.MapGet("/plans", (string? merchantId, MerchantRecords<Plan> plans) => plans.Read(merchantId));
        control.MapGet(
            "/plans/{id}",
            (string id, string? merchantId, MerchantRecords<Plan> plans) =>
                ControlApi.FirstOr(plans.Read(merchantId, id), "No such plan.")
        );
    }

    private static IResult Create(Plan body, MerchantRecords<Plan> plans)
    {
        if (string.IsNullOrEmpty(body.MerchantId) || string.IsNullOrEmpty(body.RecurringUniqueId))
            return ControlApi.Bad("Give merchantId and recurringUniqueId.");
        plans.Put(body.MerchantId, body.RecurringUniqueId, body);
        return Results.Created($"/_control/plans/{Uri.EscapeDataString(body.RecurringUniqueId)}", body);
    }
}
