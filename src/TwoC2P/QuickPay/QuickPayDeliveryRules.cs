using System.Text.RegularExpressions;
using TwoC2P.Codes;

namespace TwoC2P.QuickPay;

/// <summary>The rules for recipients and texts. Lengths are the table's to check.</summary>
internal static partial class QuickPayDeliveryRules
{
    public static IEnumerable<FieldError> Check(QuickPayDelivery delivery) =>
        [.. CheckRecipients(delivery), .. CheckTexts(delivery)];

    private static IEnumerable<FieldError> CheckRecipients(QuickPayDelivery delivery)
    {
        if (delivery.ToEmails.Count == 0 && delivery.ToMobiles.Count == 0)
        {
            const string problem = "Give at least one e-mail address or mobile number.";
            yield return new FieldError("toEmails", problem);
            yield return new FieldError("toMobiles", problem);
        }

        (string Field, IReadOnlyList<string> Addresses)[] emails =
        [
            ("toEmails", delivery.ToEmails),
            ("ccEmails", delivery.CcEmails),
            ("bccEmails", delivery.BccEmails),
        ];
        foreach (var (field, addresses) in emails)
        {
            if (!addresses.All(address => address is not null && EmailAddress.IsEmailAddress(address)))
                yield return new FieldError(field, "Give every recipient as one e-mail address, such as name@shop.example.");
            if (addresses.Count > 0 && delivery.ToEmails.Count == 0)
                yield return new FieldError(field, "Give toEmails as well: copies go with an e-mail.");
        }

        if (!delivery.ToMobiles.All(mobile => mobile is not null && Mobile().IsMatch(mobile)))
            yield return new FieldError("toMobiles", "Give every mobile number in the international form, such as +6599999999.");
    }

    private static IEnumerable<FieldError> CheckTexts(QuickPayDelivery delivery)
    {
        if (delivery.ToEmails.Count > 0 && string.IsNullOrWhiteSpace(delivery.EmailSubject))
            yield return new FieldError("emailSubject", "Give the e-mail's subject.");

        if (delivery.ToEmails.Count > 0 && string.IsNullOrWhiteSpace(delivery.EmailMessage))
            yield return new FieldError("emailMessage", "Give the e-mail's text.");

        if (delivery.ToMobiles.Count > 0 && string.IsNullOrWhiteSpace(delivery.SmsMessage))
            yield return new FieldError("smsMessage", "Give the text message.");

        if (HasMarkup(delivery.EmailSubject))
            yield return new FieldError("emailSubject", "Remove < and > from the subject.");

        if (HasMarkup(delivery.EmailMessage))
            yield return new FieldError("emailMessage", "Remove < and > from the text.");
    }

    private static bool HasMarkup(string? text) => text?.AsSpan().IndexOfAny('<', '>') >= 0;

    // E.164: at most 15 digits.
    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Mobile();
}
