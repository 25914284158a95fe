using System.Globalization;

namespace TwoC2P.Codes;

/// <summary>2C2P's spellings of times, dates, flags and numbers.</summary>
internal static class WireFormats
{
    public static string ToDdMMyyHHmmss(DateTimeOffset local) => local.ToString("ddMMyyHHmmss", CultureInfo.InvariantCulture);

    public static string ToYyyyMMddHHmmss(DateTimeOffset local) => local.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    public static string ToDdMMyyyy(DateOnly date) => date.ToString("ddMMyyyy", CultureInfo.InvariantCulture);

    public static string ToFlag(bool? flag) =>
        flag switch
        {
            true => "Y",
            false => "N",
            null => "",
        };

    public static string ToText(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static WireValue<bool> ReadFlag(string? text) =>
        new(
            text,
            text switch
            {
                "Y" or "y" => true,
                "N" or "n" => false,
                _ => null,
            }
        );

    public static WireValue<int> ReadInteger(string? text) =>
        new(text, int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);

    public static WireValue<decimal> ReadDecimal(string? text) =>
        new(
            text,
            decimal.TryParse(
                text,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null
        );

    public static WireValue<Money> ReadMoney(string? text) => new(text, Money.TryParseWire(text, out var money) ? money : null);

    public static WireValue<DateOnly> ReadDate(string? text, string format) => new(text, TryDate(text, format));

    /// <summary>The documented ddMMyyyy, or yyyyMMdd as one of 2C2P's own samples has it: that one when it reads as a date of 1900 to 2099.</summary>
    public static WireValue<DateOnly> ReadEitherDate(string? text)
    {
        var yearFirst = TryDate(text, "yyyyMMdd");
        return new WireValue<DateOnly>(text, yearFirst is { Year: >= 1900 and <= 2099 } ? yearFirst : TryDate(text, "ddMMyyyy"));
    }

    private static DateOnly? TryDate(string? text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
