using System.Globalization;
using System.Text.RegularExpressions;

namespace TwoC2P.Simulator.Messages;

/// <summary>Amounts as Payment Action writes them: plain decimal without leading zeros, exactly two decimals, at most 13 characters.</summary>
internal static partial class AmountText
{
    public static string Of(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <returns>The amount, or null when the text is in another form, zero or too long.</returns>
    public static decimal? TryRead(string text) =>
        text.Length <= 13
        && Form().IsMatch(text)
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && amount > 0
            ? amount
            : null;

    [GeneratedRegex("^(?:0|[1-9][0-9]*)\\.[0-9]{2}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
