using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>The rules of a message to send. The first hit is the answer; null: nothing is wrong.</summary>
internal static class RecipientChecks
{
    private const int LongestList = 255;
    private const int LongestText = 255;
    private const int LongestSms = 60;

    public static string? Check(QuickPayMessage message)
    {
        var toEmails = message["toEmails"];
        var toMobiles = message["toMobiles"];
        if (toEmails.Length == 0 && toMobiles.Length == 0)
            return "101";
        if (toEmails.Length > 0 && (message["emailSubject"].Length == 0 || message["emailMessage"].Length == 0))
            return QuickPayCodes.EmptyValue;
        if (toMobiles.Length > 0 && message["smsMessage"].Length == 0)
            return QuickPayCodes.EmptyValue;
        if (!IsList(toEmails, IsEmail))
            return "102";
        if (!IsList(message["bccEmails"], IsEmail))
            return "103";
        if (!IsList(message["ccEmails"], IsEmail))
            return "105";
        if (!IsList(toMobiles, IsMobile))
            return "104";
        if (!IsText(message["emailSubject"], LongestText))
            return "106";
        if (!IsText(message["emailMessage"], LongestText))
            return "107";
        return message["smsMessage"].Length > LongestSms ? "108" : null;
    }

    /// <summary>The entries of a list as QuickPay writes it.</summary>
    public static string[] Split(string list) =>
        list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsList(string list, Func<string, bool> isEntry) =>
        list.Length <= LongestList && (list.Length == 0 || (Split(list) is { Length: > 0 } entries && entries.All(isEntry)));

    private static bool IsEmail(string text) => FieldForms.IsEmail(text, LongestList);

    // International form: + and up to fifteen digits (E.164).
    private static bool IsMobile(string text) =>
        text.Length is >= 8 and <= 16 && text[0] == '+' && text[1] != '0' && FieldForms.IsDigits(text[1..]);

    private static bool IsText(string text, int longest) => text.Length <= longest && text.IndexOfAny(['<', '>']) < 0;
}
