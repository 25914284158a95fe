namespace TwoC2P.PaymentAction;

/// <summary>One sub-merchant's share of an action (element <c>subMerchant</c>; master merchants only).</summary>
/// <param name="SubMid">The sub-merchant's id at 2C2P (attribute <c>subMID</c>, C 15).</param>
/// <param name="SubAmount">Its share; all shares add up to the action's amount (attribute <c>subAmount</c>, N 13).</param>
public sealed record SubMerchantAmount(string SubMid, Money SubAmount);
