using PaymentGateway.Http.Json;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>The recurring plan that a link's payment begins.</summary>
/// <param name="RecurringAmount">What each charge takes.</param>
/// <param name="AllowAccumulate">Whether a charge that failed is added to the next one.</param>
/// <param name="MaxAccumulateAmount">The most that may accumulate.</param>
/// <param name="RecurringInterval">Days between charges.</param>
/// <param name="RecurringCount">How many charges in all.</param>
/// <param name="ChargeNextDate">Date of the next charge.</param>
/// <param name="ChargeOnDate">Day of the charges, <c>MM-DD</c>.</param>
internal sealed record LinkRecurringBody(
    decimal? RecurringAmount,
    bool? AllowAccumulate,
    decimal? MaxAccumulateAmount,
    int? RecurringInterval,
    int? RecurringCount,
    DateOnly? ChargeNextDate,
    string? ChargeOnDate
)
{
    public static LinkRecurringBody Of(QueryLinkResponse link) =>
        new(
            link.RecurringAmount.Value?.InDecimalsOf(link.Currency),
            link.AllowAccumulate.Value,
            link.MaxAccumulateAmount.Value?.InDecimalsOf(link.Currency),
            link.DaysBetweenCharges,
            link.RecurringCount.Value,
            link.ChargeNextDate.Value,
            link.ChargeOnDate.Value?.ToString()
        );
}
