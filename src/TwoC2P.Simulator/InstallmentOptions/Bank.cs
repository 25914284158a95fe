namespace TwoC2P.Simulator.InstallmentOptions;

/// <summary>One <c>ippBank</c>, as texts. What is null is left out of the answer.</summary>
internal sealed record Bank(
    string BankName = "",
    string BankShortName = "",
    string? BankLogoUrl = "",
    string? BankPromoUrl = "",
    string? BankTerms = "",
    IReadOnlyList<string>? Bins = null,
    IReadOnlyList<InstallmentOption>? InstallmentOptions = null
);
