using TwoC2P;

namespace PaymentGateway.Http.Json;

/// <summary>Money in answers: a JSON number with exactly two decimals.</summary>
internal static class MoneyJson
{
    /// <summary>The amount with two decimals, which JSON then shows (<c>250.00</c>).</summary>
    public static decimal TwoDecimals(this Money money) => money.Amount + 0.00m;
}
