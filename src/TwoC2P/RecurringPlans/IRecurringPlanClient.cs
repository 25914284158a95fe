using TwoC2P.Merchants;
using TwoC2P.Outcomes;

namespace TwoC2P.RecurringPlans;

/// <summary>Sends one recurring plan message, once.</summary>
public interface IRecurringPlanClient
{
    /// <summary>
    /// Validates, signs, envelopes and sends the request exactly once, and reads and verifies the answer. An answer belongs to the request when the plan is the same, and the merchant where one is named. Never throws
    /// for anything that the network, 2C2P, the deadline or a cancellation does.
    /// </summary>
    /// <param name="merchant">Who is asking, with which keys and settings.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="deadline">How long the whole call may take.</param>
    /// <param name="cancellationToken">Ends the wait; the outcome is then <c>NeverSent</c> or <c>Unknown</c>.</param>
    /// <exception cref="InvalidOperationException">A key, certificate or address that is needed is not configured; nothing was sent.</exception>
    Task<GatewayOutcome<RecurringPlanResponse>> SendAsync(
        GatewayMerchant merchant,
        RecurringPlanRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    );
}
