namespace TwoC2P.Simulator.Messages;

/// <summary>One <c>subMerchant</c>: subMID and subAmount, the amount as text because its exact text is hashed.</summary>
internal sealed record SubAmount(string SubMid, string Amount);
