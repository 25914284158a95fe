using System.Globalization;
using System.Text.RegularExpressions;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>The rules of a link's own fields. The first hit is the answer; null: nothing is wrong. What is empty is not checked.</summary>
internal static partial class LinkChecks
{
    private const string WithTime = "yyyy-MM-dd HH:mm:ss";

    private const int LongestText = 255;
    private const int LongestUserData = 150;

    private static readonly string[] UserData = ["userData1", "userData2", "userData3", "userData4", "userData5"];
    private static readonly string[] LongTexts = ["promotion", "categoryId", "resultUrl1", "resultUrl2"];

    /// <param name="value">A field of the link as it will be: of the request, or where that is empty, of the known link.</param>
    public static string? Check(QuickPayMessage message, Func<string, string> value, DateTime now)
    {
        bool IsEmptyOr(string name, Func<string, bool> isRight) => message[name].Length == 0 || isRight(message[name]);

        if (!IsEmptyOr("amount", text => AmountOf(text) is > 0 and var amount && Currencies.CanPay(amount, value("currency"))))
            return "003";
        if (!IsEmptyOr("currency", Currencies.AreLetters))
            return "004";
        if (!IsEmptyOr("description", text => text.Length <= 150 && text.IndexOfAny(['<', '>']) < 0))
            return "005";
        if (!IsEmptyOr("expiry", _ => IsAhead(ExpiryOf(message), now)))
            return "006";
        if (!IsEmptyOr("paymentOption", text => text is "F" or "I" or "C" or "A"))
            return "007";
        if (!IsEmptyOr("ippInterestType", text => text.Length == 1 && char.IsAsciiLetterUpper(text[0])))
            return "008";
        if (!IsEmptyOr("paymentExpiry", text => IsAhead(DateOf(text, WithTime), now)))
            return "009";
        if (!IsEmptyOr("allowMultiplePayment", FieldForms.IsFlag))
            return "010";
        if (!IsEmptyOr("maxTransaction", text => FieldForms.IsCount(text, 1, 1000)))
            return "011";
        if (message.Verb.MakesLink && !IsPrefix(message))
            return "012";
        if (!IsEmptyOr("request3DS", text => text is "Y" or "N" or "F"))
            return "016";
        if (!IsEmptyOr("enableStoreCard", FieldForms.IsFlag) || !IsEmptyOr("useStoreCardOnly", FieldForms.IsFlag))
            return "017";
        if (!IsEmptyOr("recurring", FieldForms.IsFlag))
            return "018";
        // Older pages give userData 255 characters.
        var longestUserData = message.ExpiryHasTime ? LongestUserData : LongestText;
        if (
            LongTexts.Any(name => message[name].Length > LongestText)
            || UserData.Any(name => message[name].Length > longestUserData)
        )
            return QuickPayCodes.InvalidMessage;
        return value("recurring") == "Y" ? LinkRecurringChecks.Check(value, now) : null;
    }

    /// <summary>The moment at which the link ends, or null when the text has not the form of the message's version.</summary>
    public static DateTime? ExpiryOf(QuickPayMessage message)
    {
        var text = message["expiry"];
        if (message.ExpiryHasTime)
            return DateOf(text, WithTime);
        // A date alone means its whole day.
        return DateOf(text, "ddMMyyyy")?.AddDays(1).AddSeconds(-1);
    }

    public static string ExpiryText(QuickPayMessage message, DateTime expiry) =>
        expiry.ToString(message.ExpiryHasTime ? WithTime : "ddMMyyyy", CultureInfo.InvariantCulture);

    /// <summary>An amount in plain digits with at most four decimals, which is the most that a currency has; null when it is none.</summary>
    public static decimal? AmountOf(string text) =>
        text.Length <= 13 && Amount().IsMatch(text)
            ? decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : null;

    private static bool IsAhead(DateTime? date, DateTime now) =>
        date is { } known && known > now && DateBounds.IsNear(known, now);

    private static bool IsPrefix(QuickPayMessage message)
    {
        var longest = message switch
        {
            { VersionNumber: <= 2.1m } => 14,
            _ when message["allowMultiplePayment"] == "Y" => message["recurring"] == "Y" ? 40 : 45,
            _ => 50,
        };
        return message["orderIdPrefix"].Length <= longest && Prefix().IsMatch(message["orderIdPrefix"]);
    }

    private static DateTime? DateOf(string text, string form) =>
        DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(
        "^[0-9]+(\\.[0-9]{1,4})?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Amount();

    [GeneratedRegex("^[A-Za-z0-9_-]+\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();
}
