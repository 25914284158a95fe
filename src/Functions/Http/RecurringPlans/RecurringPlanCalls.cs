using PaymentOperations.Calls;
using PaymentOperations.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.RecurringPlans;

namespace PaymentGateway.Http.RecurringPlans;

/// <summary>2C2P's recurring plans of a merchant.</summary>
public sealed class RecurringPlanCalls(MerchantGateway gateway, IRecurringPlanClient client)
{
    /// <summary>Reads a plan.</summary>
    internal Task<GatewayOutcome<RecurringPlanResponse>> ReadAsync(
        Merchant merchant,
        string recurringUniqueId,
        CancellationToken cancellationToken
    ) =>
        gateway.ReadAsync(
            merchant,
            (keys, deadline) => client.SendAsync(keys, Inquiry(recurringUniqueId), deadline, cancellationToken),
            cancellationToken
        );

    /// <summary>Changes or cancels a plan and reads it again; when only that fails, the change's own answer stands. Not cut short when the caller hangs up.</summary>
    /// <exception cref="SecretsUnavailableException">The secrets cannot be read; nothing was sent.</exception>
    internal async Task<GatewayOutcome<RecurringPlanResponse>> ChangeAsync(Merchant merchant, RecurringPlanRequest request)
    {
        var keys = await gateway.ConnectAsync(merchant);
        var changed = await client.SendAsync(keys, request, gateway.WriteDeadline, CancellationToken.None);
        if (changed is not GatewayOutcome<RecurringPlanResponse>.Answered)
            return changed;

        var inquiry = Inquiry(request.RecurringUniqueId);
        var now = await client.SendAsync(keys, inquiry, gateway.WriteDeadline, CancellationToken.None);
        return now is GatewayOutcome<RecurringPlanResponse>.Answered ? now : changed;
    }

    private static RecurringPlanRequest Inquiry(string recurringUniqueId) =>
        new() { Action = RecurringPlanAction.Inquiry, RecurringUniqueId = recurringUniqueId };
}
