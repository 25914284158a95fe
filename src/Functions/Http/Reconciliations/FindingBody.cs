using PaymentGateway.Http.Json;
using PaymentOperations.Reconciliation;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>How often a finding was made, and about how much money.</summary>
/// <param name="Finding">Which.</param>
/// <param name="Count">How many lines.</param>
/// <param name="Amount">The sum of the operations' amounts.</param>
/// <param name="GatewayAmount">The sum of the amounts that 2C2P shows.</param>
internal sealed record FindingBody(string Finding, int Count, decimal Amount, decimal GatewayAmount)
{
    public static FindingBody Of(FindingCount count) =>
        new(EnumWord<Finding>.Of(count.Finding), count.Count, count.Amount.TwoDecimals(), count.GatewayAmount.TwoDecimals());
}
