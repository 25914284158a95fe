namespace TwoC2P.InstallmentOptions;

/// <summary>
/// Finds the options that a customer can take. A null says nothing; an option that cannot be judged because 2C2P's value was not understood is left out.
/// </summary>
/// <param name="Amount">The payment.</param>
/// <param name="Currency">Its currency, ISO 4217 letters in any case.</param>
/// <param name="Bin">The card's first six digits, or more of them.</param>
/// <param name="On">The day of the payment.</param>
public sealed record InstallmentFilter(Money? Amount, string? Currency, string? Bin, DateOnly? On)
{
    private const int BinLength = 6;

    private bool IsEmpty => Amount is null && Currency is null && Bin is null && On is null;

    /// <summary>The banks with what is left of their options; banks without any are left out. All of them when the filter says nothing.</summary>
    public IReadOnlyList<InstallmentBank> Apply(IReadOnlyList<InstallmentBank> banks) =>
        IsEmpty
            ? banks
            :
            [
                .. banks
                    .Where(TakesCard)
                    .Select(bank => bank with { Options = [.. bank.Options.Where(IsOpen)] })
                    .Where(bank => bank.Options.Count > 0),
            ];

    private bool TakesCard(InstallmentBank bank) =>
        Bin is null || (Bin.Length >= BinLength && bank.Bins.Contains(Bin[..BinLength], StringComparer.Ordinal));

    private bool IsOpen(InstallmentOption option) =>
        (option.IsMerchantPaidOffered || option.IsCustomerPaidOffered)
        && (Amount is null || option.MinAmount.Value <= Amount)
        && (Currency is null || string.Equals(option.CurrencyCode, Currency, StringComparison.OrdinalIgnoreCase))
        && (On is null || (option.ValidFrom.Value <= On && option.ValidUntil.Value >= On));
}
