using System.Globalization;
using System.Text.Json.Nodes;
using PaymentGateway.Http.Json;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>
/// Links as the JSON that <see cref="LinkTermsReader"/> and <see cref="LinkDeliveryReader"/> read, every value in one fixed spelling: what a patch is merged into, and what tells
/// two requests apart. Contains recipients: never stored or logged as it is.
/// </summary>
internal static class LinkJson
{
    /// <summary>What a link is for.</summary>
    public static JsonObject Of(QuickPayLinkTerms terms) =>
        Compact(
            new JsonObject
            {
                ["description"] = Text(terms.Description),
                ["currency"] = Text(terms.Currency),
                ["amount"] = terms.Amount.InDecimalsOf(terms.Currency),
                ["allowMultiplePayment"] = terms.AllowMultiplePayment,
                ["maxTransaction"] = terms.MaxTransaction,
                ["expiry"] = Text(terms.Expiry),
                ["userData"] = List(terms.UserData),
                ["promotion"] = Text(terms.Promotion),
                ["categoryId"] = Text(terms.CategoryId),
                ["resultUrl1"] = Text(terms.ResultUrl1),
                ["resultUrl2"] = Text(terms.ResultUrl2),
                ["paymentOption"] = Text(terms.PaymentOption),
                ["ippInterestType"] = Text(terms.IppInterestType),
                ["paymentExpiry"] = Text(terms.PaymentExpiry),
                ["request3DS"] = Text(terms.Request3DS),
                ["enableStoreCard"] = terms.EnableStoreCard,
                [LinkTermsReader.Recurring] = terms.Recurring is { } plan ? Of(plan, terms.Currency) : null,
                ["useStoreCardOnly"] = terms.UseStoreCardOnly,
                ["storeCardUniqueID"] = Text(terms.StoreCardUniqueId),
                ["ippPeriodFilter"] = Text(terms.IppPeriodFilter),
            }
        );

    /// <summary>Who gets a link.</summary>
    public static JsonObject Of(QuickPayDelivery delivery) =>
        Compact(
            new JsonObject
            {
                ["emails"] = List(delivery.ToEmails),
                ["cc"] = List(delivery.CcEmails),
                ["bcc"] = List(delivery.BccEmails),
                ["emailSubject"] = Text(delivery.EmailSubject),
                ["emailMessage"] = Text(delivery.EmailMessage),
                ["mobiles"] = List(delivery.ToMobiles),
                ["smsMessage"] = Text(delivery.SmsMessage),
            }
        );

    private static JsonObject Of(QuickPayRecurring plan, string currency) =>
        Compact(
            new JsonObject
            {
                ["recurringAmount"] = plan.Amount.InDecimalsOf(currency),
                ["allowAccumulate"] = plan.AllowAccumulate,
                ["maxAccumulateAmount"] = plan.MaxAccumulateAmount?.InDecimalsOf(currency),
                ["recurringInterval"] = plan.Interval,
                ["recurringCount"] = plan.Count,
                ["chargeNextDate"] = plan.ChargeNextDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["chargeOnDate"] = plan.ChargeOnDate?.ToString(),
            }
        );

    private static JsonValue? Text(string? text) => string.IsNullOrEmpty(text) ? null : JsonValue.Create(text);

    private static JsonValue? Text(DateTimeOffset? moment) =>
        moment is { } known
            ? JsonValue.Create(known.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
            : null;

    private static JsonArray? List(IReadOnlyList<string?> texts) =>
        texts.Count == 0 ? null : [.. texts.Select(text => text is null ? null : JsonValue.Create(text))];

    // What is not there is left out.
    private static JsonObject Compact(JsonObject json)
    {
        foreach (var name in json.Where(member => member.Value is null).Select(member => member.Key).ToList())
            json.Remove(name);

        return json;
    }
}
