using System.Globalization;
using TwoC2P.Codes;
using TwoC2P.Protocol;

namespace TwoC2P.RecurringPlans;

/// <summary>Amounts of recurring plans: minor units as twelve digits with leading zeros, <c>000000009990</c> for 99.90 of a currency with two decimals.</summary>
internal static class TwelveDigits
{
    private const int Length = 12;
    private const int DecimalsOfHundredths = 2;

    /// <summary>How many of the digits are decimals; null when the currency is not known, and with it what the amount is.</summary>
    public static int? DecimalsOf(MinorUnits units, string? currencyNumber) =>
        units is MinorUnits.Hundredths ? DecimalsOfHundredths : Iso4217.Find(currencyNumber)?.Decimals;

    /// <summary>The digits; nothing for an amount that they cannot hold exactly, which the validator refuses.</summary>
    public static string Write(decimal? amount, int? decimals)
    {
        if (amount is not { } given || decimals is not { } places || !Fits(given, places))
            return "";

        return ((long)(given * Scale(places))).ToString("D12", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether an amount has no more decimals, and no more digits, than are written.</summary>
    public static bool Fits(decimal amount, int decimals) =>
        amount >= 0 && amount < Scale(Length - decimals) && decimal.Round(amount, decimals) == amount;

    /// <summary>Also takes fewer digits, and a decimal with a point as one of 2C2P's own samples has it.</summary>
    public static WireValue<decimal> Read(string? text, int? decimals)
    {
        if (decimals is not { } places)
            return new WireValue<decimal>(text, null);
        if (text?.Contains('.', StringComparison.Ordinal) is true)
            return new WireValue<decimal>(
                text,
                WireFormats.ReadAmount(text).Value is { } plain && Fits(plain, places) ? plain : null
            );

        return
            text is { Length: <= Length }
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minorUnits)
            ? new WireValue<decimal>(text, minorUnits / Scale(places))
            : new WireValue<decimal>(text, null);
    }

    private static decimal Scale(int decimals)
    {
        var scale = 1m;
        for (var place = 0; place < decimals; place++)
            scale *= 10;

        return scale;
    }
}
