namespace TwoC2P.InstallmentOptions;

/// <summary>One way to pay by instalments (element <c>option</c>).</summary>
public sealed record InstallmentOption
{
    /// <summary>Serial number of the option (attribute <c>id</c>).</summary>
    public WireValue<int> Id { get; init; }

    /// <summary>Number of months (attribute <c>installmentPeriod</c>).</summary>
    public WireValue<int> InstallmentPeriod { get; init; }

    /// <summary>Interest that the merchant pays, in percent; negative when not offered (attribute <c>merInterestRate</c>).</summary>
    public WireValue<decimal> MerInterestRate { get; init; }

    /// <summary>Interest that the customer pays, in percent; negative when not offered (attribute <c>cusInterestRate</c>).</summary>
    public WireValue<decimal> CusInterestRate { get; init; }

    /// <summary>The smallest payment that may take the option, in whole units of the currency (attribute <c>minAmount</c>).</summary>
    public WireValue<decimal> MinAmount { get; init; }

    /// <summary>Currency, ISO 4217 letters (attribute <c>currencyCode</c>).</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>First day of the option (attribute <c>validFrom</c>).</summary>
    public WireValue<DateOnly> ValidFrom { get; init; }

    /// <summary>Last day of the option (attribute <c>validUntil</c>).</summary>
    public WireValue<DateOnly> ValidUntil { get; init; }

    /// <summary>Whether the merchant can pay the interest.</summary>
    public bool IsMerchantPaidOffered => MerInterestRate.Value >= 0;

    /// <summary>Whether the customer can pay the interest.</summary>
    public bool IsCustomerPaidOffered => CusInterestRate.Value >= 0;

    /// <summary>The merchant's interest, or null when not offered.</summary>
    public decimal? MerchantRate => IsMerchantPaidOffered ? MerInterestRate.Value : null;

    /// <summary>The customer's interest, or null when not offered.</summary>
    public decimal? CustomerRate => IsCustomerPaidOffered ? CusInterestRate.Value : null;
}
