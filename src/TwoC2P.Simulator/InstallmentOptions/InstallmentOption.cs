namespace TwoC2P.Simulator.InstallmentOptions;

/// <summary>One <c>option</c> of a bank, as attribute texts; a negative rate means that this party does not offer it.</summary>
internal sealed record InstallmentOption(
    string Id = "",
    string InstallmentPeriod = "",
    string MerInterestRate = "",
    string CusInterestRate = "",
    string MinAmount = "",
    string CurrencyCode = "",
    string ValidFrom = "",
    string ValidUntil = ""
);
