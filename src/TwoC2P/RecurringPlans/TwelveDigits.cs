using System.Globalization;

namespace TwoC2P.RecurringPlans;

/// <summary>Amounts of recurring plans: hundredths as twelve digits with leading zeros, <c>000000009990</c> for 99.90.</summary>
internal static class TwelveDigits
{
    private const int Length = 12;

    public static string Write(Money? amount) => amount?.MinorUnits.ToString("D12", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Also takes fewer digits, and a decimal with a point as one of 2C2P's own samples has it.</summary>
    public static WireValue<Money> Read(string? text)
    {
        if (text?.Contains('.', StringComparison.Ordinal) is true)
            return new WireValue<Money>(text, Money.TryParseWire(text, out var money) ? money : null);

        return
            text is { Length: <= Length }
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minorUnits)
            ? new WireValue<Money>(text, new Money(minorUnits))
            : new WireValue<Money>(text, null);
    }
}
