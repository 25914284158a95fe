using System.Text.Json;
using PaymentGateway.Http.Requests;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>Reads who gets a link, and with what text.</summary>
internal static class LinkDeliveryReader
{
    /// <summary>The properties of a delivery.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "emails",
        "cc",
        "bcc",
        "emailSubject",
        "emailMessage",
        "mobiles",
        "smsMessage",
    ];

    /// <summary>The body of a request to send; it counts only when nothing was complained about.</summary>
    public static QuickPayDelivery? Read(JsonElement body, RequestErrors errors)
    {
        var reader = new JsonObjectReader(body, "", errors, Names);
        if (!reader.IsObject)
            return null;

        var delivery = reader.Delivery();
        if (errors.None)
            LinkRules.Check(delivery, errors);

        return delivery;
    }

    /// <summary>A delivery; what is wrong with it is complained about.</summary>
    public static QuickPayDelivery Delivery(this JsonObjectReader reader) =>
        new()
        {
            ToEmails = reader.Texts("emails"),
            CcEmails = reader.Texts("cc"),
            BccEmails = reader.Texts("bcc"),
            EmailSubject = reader.Words("emailSubject"),
            EmailMessage = reader.Words("emailMessage"),
            ToMobiles = reader.Texts("mobiles"),
            SmsMessage = reader.Words("smsMessage"),
        };
}
