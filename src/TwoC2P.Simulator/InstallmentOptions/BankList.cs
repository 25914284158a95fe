namespace TwoC2P.Simulator.InstallmentOptions;

/// <summary>All banks that offer instalments to one merchant.</summary>
internal sealed record BankList(string MerchantId, IReadOnlyList<Bank> Banks);
