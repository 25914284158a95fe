using System.Globalization;

namespace TwoC2P.Codes;

/// <summary>A currency of ISO 4217.</summary>
/// <param name="Letters">Its three letters, such as <c>JPY</c>.</param>
/// <param name="Number">Its three digits, such as <c>392</c>.</param>
/// <param name="Decimals">Its minor unit as the number of decimals: 0, 2, 3 or 4.</param>
public sealed record Currency(string Letters, string Number, int Decimals)
{
    /// <summary>Whether an amount, in whole units of the currency, has no more decimals than the currency.</summary>
    public bool Has(decimal amount) => decimal.Round(amount, Decimals) == amount;

    /// <summary>The amount in plain digits with all decimals of the currency: <c>10000</c>, <c>99.90</c>, <c>12.345</c>.</summary>
    public string Write(decimal amount) => amount.ToString($"F{Decimals}", CultureInfo.InvariantCulture);

    /// <summary>What to say about an amount that the currency does not have.</summary>
    public string DecimalsProblem =>
        Decimals == 0
            ? $"Give a whole amount: {Letters} has no decimals."
            : $"Give at most {Decimals} decimals: {Letters} has no more.";
}
