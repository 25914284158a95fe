using TwoC2P.InstallmentOptions;

namespace PaymentGateway.Http.InstallmentOptions;

/// <summary>A bank whose cards can pay by instalments.</summary>
/// <param name="BankName">Name.</param>
/// <param name="BankShortName">Short name or code.</param>
/// <param name="BankTerms">Terms and conditions.</param>
/// <param name="BankLogoUrl">Address of the logo.</param>
/// <param name="BankPromoUrl">Address of the promotion.</param>
/// <param name="Bins">First six to eight digits of the cards that may.</param>
/// <param name="Options">Its options.</param>
internal sealed record InstallmentBankBody(
    string? BankName,
    string? BankShortName,
    string? BankTerms,
    string? BankLogoUrl,
    string? BankPromoUrl,
    IReadOnlyList<string> Bins,
    IReadOnlyList<InstallmentOptionBody> Options
)
{
    public static InstallmentBankBody Of(InstallmentBank bank) =>
        new(
            bank.BankName,
            bank.BankShortName,
            bank.BankTerms,
            bank.BankLogoUrl,
            bank.BankPromoUrl,
            bank.Bins,
            [.. bank.Options.Select(InstallmentOptionBody.Of)]
        );
}
