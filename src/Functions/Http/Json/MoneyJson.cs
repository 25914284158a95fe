using TwoC2P;
using TwoC2P.Codes;

namespace PaymentGateway.Http.Json;

/// <summary>Amounts in answers, as JSON numbers.</summary>
internal static class MoneyJson
{
    // Dividing by it takes zeros from a decimal's end.
    private const decimal OneWithoutZeros = 1.0000000000000000000000000000m;

    /// <summary>An amount of a payment with two decimals, which JSON then shows (<c>250.00</c>).</summary>
    public static decimal TwoDecimals(this Money money) => money.Amount + 0.00m;

    /// <summary>An amount with all decimals that its currency has: <c>10000</c> yen, <c>99.90</c> baht, <c>12.345</c> dinars. Two where the currency is not known. Never rounded.</summary>
    public static decimal InDecimalsOf(this decimal amount, string? currency)
    {
        var decimals = Iso4217.Find(currency)?.Decimals ?? 2;
        return amount / OneWithoutZeros + new decimal(0, 0, 0, isNegative: false, (byte)decimals);
    }
}
