namespace TwoC2P.InstallmentOptions;

/// <summary>
/// Finds the options that a customer can take. A null says nothing; an option that cannot be judged because 2C2P's value was not understood is left out.
/// </summary>
/// <param name="Amount">The payment, in whole units of its currency.</param>
/// <param name="Currency">Its currency, ISO 4217 letters in any case.</param>
/// <param name="Bin">The card's first six to eight digits.</param>
/// <param name="On">The day of the payment.</param>
public sealed record InstallmentFilter(decimal? Amount, string? Currency, string? Bin, DateOnly? On)
{
    private bool IsEmpty => Amount is null && Currency is null && Bin is null && On is null;

    /// <summary>The banks with what is left of their options; banks without any are left out. All of them when the filter says nothing.</summary>
    public IReadOnlyList<InstallmentBank> Apply(IReadOnlyList<InstallmentBank> banks)
    {
        if (IsEmpty)
            return banks;

        return
        [
            .. BanksOfCard(banks)
                .Select(bank => bank with { Options = [.. bank.Options.Where(IsOpen)] })
                .Where(bank => bank.Options.Count > 0),
        ];
    }

    private IEnumerable<InstallmentBank> BanksOfCard(IReadOnlyList<InstallmentBank> banks)
    {
        if (Bin is null)
            return banks;

        var longest = banks.Max(bank => CardBin.LongestOf(bank.Bins, Bin)) ?? 0;
        return longest == 0 ? [] : banks.Where(bank => CardBin.LongestOf(bank.Bins, Bin) == longest);
    }

    private bool IsOpen(InstallmentOption option) =>
        (option.IsMerchantPaidOffered || option.IsCustomerPaidOffered)
        && (Amount is null || option.MinAmount.Value <= Amount)
        && (Currency is null || string.Equals(option.CurrencyCode, Currency, StringComparison.OrdinalIgnoreCase))
        && (On is null || (option.ValidFrom.Value <= On && option.ValidUntil.Value >= On));
}
