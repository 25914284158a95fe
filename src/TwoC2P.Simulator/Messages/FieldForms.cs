using System.Globalization;
using System.Text.RegularExpressions;

namespace TwoC2P.Simulator.Messages;

/// <summary>The forms of fields that several messages share.</summary>
internal static partial class FieldForms
{
    /// <summary>Digits, a point, digits; at most five characters in the XML messages.</summary>
    public static bool IsVersion(string text) => text.Length <= 5 && Version().IsMatch(text);

    /// <summary>ddMMyyHHmmss, or nothing: the gateway then takes the time of arrival.</summary>
    public static bool IsTimeStampOrEmpty(string text) => text.Length == 0 || (text.Length == 12 && IsDigits(text));

    public static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    public static bool IsFlag(string text) => text is "Y" or "N";

    /// <summary>ISO 4217 numeric.</summary>
    public static bool IsNumericCurrency(string text) => Currencies.IsNumber(text);

    /// <summary>One address of at most 50 characters, or as long as told.</summary>
    public static bool IsEmail(string text, int longest = 50) => text.Length <= longest && Email().IsMatch(text);

    /// <summary>12 digits, the amount times 100.</summary>
    public static bool IsTwelveDigitAmount(string text) => text.Length == 12 && IsDigits(text);

    /// <summary>A whole number between two bounds, in at most five digits.</summary>
    public static bool IsCount(string text, int least, int most) =>
        text.Length <= 5
        && IsDigits(text)
        && int.Parse(text, CultureInfo.InvariantCulture) is var count
        && count >= least
        && count <= most;

    public static bool IsDate(string text, string form) => DateOf(text, form) is not null;

    /// <summary>A date that is near enough to mean something.</summary>
    public static bool IsNearDate(string text, string form, DateTime now) =>
        DateOf(text, form) is { } date && DateBounds.IsNear(date, now);

    /// <summary>ddMM; 29 February counts, because some years have it.</summary>
    public static bool IsDayOfYear(string text) => text.Length == 4 && IsDate(text + "2024", "ddMMyyyy");

    private static DateTime? DateOf(string text, string form) =>
        DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(
        "^[0-9]+(\\.[0-9]+)?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Version();

    [GeneratedRegex(
        "^[^@\\s;,<>]+@[^@\\s;,<>.]+(\\.[^@\\s;,<>.]+)+\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Email();
}
