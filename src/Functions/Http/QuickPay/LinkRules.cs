using PaymentGateway.Http.Requests;
using PaymentOperations.Merchants;
using TwoC2P;
using TwoC2P.Protocol;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>2C2P's rules for links, as they hold for one merchant now. What they say is told by the names of our JSON.</summary>
/// <param name="settings">How the merchant speaks QuickPay.</param>
/// <param name="localNow">The time in its zone.</param>
internal sealed class LinkRules(QuickPaySettings settings, DateTimeOffset localNow)
{
    // Any link would do: the rules for the rest of a request do not depend on which it is.
    private const string AnyLink = "1";

    private static readonly Dictionary<string, string> DeliveryNames = new(StringComparer.Ordinal)
    {
        ["toEmails"] = "emails",
        ["ccEmails"] = "cc",
        ["bccEmails"] = "bcc",
        ["toMobiles"] = "mobiles",
        ["emailSubject"] = "emailSubject",
        ["emailMessage"] = "emailMessage",
        ["smsMessage"] = "smsMessage",
    };

    /// <summary>The rules for a merchant's requests of this moment.</summary>
    public static LinkRules For(Merchant merchant, TimeProvider time) =>
        new(merchant.Protocol.QuickPay, merchant.LocalTime(time));

    /// <summary>The time in the merchant's zone.</summary>
    public DateTimeOffset LocalNow => localNow;

    /// <summary>Complains about a link to be made, and to be sent where that is asked for.</summary>
    public void Check(NewLink link, RequestErrors errors) =>
        Add(
            errors,
            link.Send is null
                ? QuickPayRequestValidator.Validate(new GenerateLinkRequest(link.OrderIdPrefix, link.Terms), settings, localNow)
                : QuickPayRequestValidator.Validate(
                    new GenerateAndSendLinkRequest(link.OrderIdPrefix, link.Terms, link.Send),
                    settings,
                    localNow
                ),
            $"{NewLinkReader.Send}."
        );

    /// <summary>Complains about what a link is to be for.</summary>
    public void Check(QuickPayLinkTerms terms, RequestErrors errors) =>
        Add(errors, QuickPayRequestValidator.Validate(new UpdateLinkRequest(AnyLink, terms), settings, localNow), "");

    /// <summary>Complains about a delivery.</summary>
    public static void Check(QuickPayDelivery delivery, RequestErrors errors) =>
        Add(errors, QuickPayRequestValidator.Validate(new SendLinkRequest(AnyLink, delivery)), "");

    private static void Add(RequestErrors errors, IReadOnlyList<FieldError> found, string deliveryPath)
    {
        foreach (var error in found)
            errors.Add(
                PathOf(error.Field, deliveryPath),
                // Some rules name a neighbour; the others have the same name here.
                error.Problem.Replace("toEmails", "emails", StringComparison.Ordinal)
            );
    }

    private static string PathOf(string field, string deliveryPath) =>
        DeliveryNames.TryGetValue(field, out var name) ? deliveryPath + name
        : LinkTermsReader.RecurringNames.Contains(field) ? $"{LinkTermsReader.Recurring}.{field}"
        : field.StartsWith("userData", StringComparison.Ordinal) && char.IsAsciiDigit(field[^1]) ? $"userData[{field[^1] - '1'}]"
        : field;
}
