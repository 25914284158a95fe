namespace TwoC2P.Simulator.Transactions;

/// <summary>A sub-merchant's part of a new transaction.</summary>
internal sealed record NewSubMerchant(string SubMid, decimal SubAmount);
