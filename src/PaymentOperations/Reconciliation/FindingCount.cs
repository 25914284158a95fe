using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>How often a finding was made, and about how much money.</summary>
/// <param name="Finding">Which.</param>
/// <param name="Count">How many lines.</param>
/// <param name="Amount">The sum of the operations' amounts, in the merchant's currency.</param>
/// <param name="GatewayAmount">The sum of the amounts that 2C2P shows.</param>
public sealed record FindingCount(Finding Finding, int Count, Money Amount, Money GatewayAmount);
