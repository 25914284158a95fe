using System.Globalization;
using System.Text.RegularExpressions;

namespace TwoC2P.Codes;

/// <summary>2C2P's spellings of times, dates, flags and numbers.</summary>
internal static partial class WireFormats
{
    private const int LongestAmount = 13;

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

    /// <summary>An amount in whole units of its currency: plain digits without leading zeros, at most four decimals after a point.</summary>
    public static WireValue<decimal> ReadAmount(string? text)
    {
        if (text is null or { Length: > LongestAmount } || !PlainAmount().IsMatch(text))
            return new WireValue<decimal>(text, null);

        return new WireValue<decimal>(text, decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
    }

    /// <summary>The same of a currency by its letters: with more decimals than the currency has it is not understood.</summary>
    public static WireValue<decimal> ReadAmount(string? text, string? currency)
    {
        var read = ReadAmount(text);
        return read.Value is { } amount && Iso4217.Find(currency) is { } known && !known.Has(amount)
            ? new WireValue<decimal>(text, null)
            : read;
    }

    public static WireValue<DateOnly> ReadDate(string? text, string format) => new(text, TryDate(text, format));

    /// <summary>The documented ddMMyyyy, or yyyyMMdd as one of 2C2P's own samples has it: that one when it reads as a date of 1900 to 2099.</summary>
    public static WireValue<DateOnly> ReadEitherDate(string? text)
    {
        var yearFirst = TryDate(text, "yyyyMMdd");
        return new WireValue<DateOnly>(text, yearFirst is { Year: >= 1900 and <= 2099 } ? yearFirst : TryDate(text, "ddMMyyyy"));
    }

    private static DateOnly? TryDate(string? text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(
        "^(0|[1-9][0-9]*)(\\.[0-9]{1,4})?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PlainAmount();
}
