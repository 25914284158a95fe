using PaymentGateway.Http.Json;
using TwoC2P.InstallmentOptions;

namespace PaymentGateway.Http.InstallmentOptions;

/// <summary>One way to pay by instalments. A value that 2C2P sent in a way that is not understood is null.</summary>
/// <param name="Id">Serial number.</param>
/// <param name="InstallmentPeriod">Months.</param>
/// <param name="MerInterestOffered">Whether the merchant can pay the interest.</param>
/// <param name="MerInterestRate">That interest in percent; null when it is not offered.</param>
/// <param name="CusInterestOffered">Whether the customer can pay the interest.</param>
/// <param name="CusInterestRate">That interest in percent; null when it is not offered.</param>
/// <param name="MinAmount">The smallest payment that may take it.</param>
/// <param name="CurrencyCode">Currency, ISO 4217 letters.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidUntil">Last day.</param>
internal sealed record InstallmentOptionBody(
    int? Id,
    int? InstallmentPeriod,
    bool MerInterestOffered,
    decimal? MerInterestRate,
    bool CusInterestOffered,
    decimal? CusInterestRate,
    decimal? MinAmount,
    string? CurrencyCode,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil
)
{
    public static InstallmentOptionBody Of(InstallmentOption option) =>
        new(
            option.Id.Value,
            option.InstallmentPeriod.Value,
            option.IsMerchantPaidOffered,
            option.MerchantRate,
            option.IsCustomerPaidOffered,
            option.CustomerRate,
            option.MinAmount.Value?.InDecimalsOf(option.CurrencyCode),
            option.CurrencyCode,
            option.ValidFrom.Value,
            option.ValidUntil.Value
        );
}
