using System.Globalization;
using TwoC2P.Codes;
using TwoC2P.Messages;

namespace TwoC2P.QuickPay;

/// <summary>Turns requests into QuickPay's fields.</summary>
internal static class QuickPayRequestMessages
{
    public const char Separator = ';';
    public const int UserDataPlaces = 5;

    public static WireMessage ForLink(string? qpId) => new() { ["qpID"] = qpId ?? "" };

    public static WireMessage ForNewLink(string? orderIdPrefix) => new() { ["orderIdPrefix"] = orderIdPrefix ?? "" };

    public static WireMessage With(this WireMessage message, QuickPayDelivery delivery)
    {
        message["toEmails"] = string.Join(Separator, delivery.ToEmails);
        message["ccEmails"] = string.Join(Separator, delivery.CcEmails);
        message["bccEmails"] = string.Join(Separator, delivery.BccEmails);
        message["emailSubject"] = delivery.EmailSubject ?? "";
        message["emailMessage"] = delivery.EmailMessage ?? "";
        message["toMobiles"] = string.Join(Separator, delivery.ToMobiles);
        message["smsMessage"] = delivery.SmsMessage ?? "";
        return message;
    }

    public static WireMessage With(this WireMessage message, QuickPayLinkTerms terms, string version, TimeZoneInfo zone)
    {
        message["description"] = terms.Description ?? "";
        message["currency"] = terms.Currency ?? "";
        message["amount"] = ToAmount(terms.Amount, terms.Currency);
        message["allowMultiplePayment"] = WireFormats.ToFlag(terms.AllowMultiplePayment);
        message["maxTransaction"] = WireFormats.ToText(terms.MaxTransaction);
        message["expiry"] = QuickPayTimes.Expiry(terms.Expiry, zone, version);
        foreach (var (place, text) in terms.UserData.Take(UserDataPlaces).Index())
            message[$"userData{place + 1}"] = text ?? "";
        message["promotion"] = terms.Promotion ?? "";
        message["categoryId"] = terms.CategoryId ?? "";
        message["resultUrl1"] = terms.ResultUrl1 ?? "";
        message["resultUrl2"] = terms.ResultUrl2 ?? "";
        message["paymentOption"] = terms.PaymentOption ?? "";
        message["ippInterestType"] = terms.IppInterestType ?? "";
        message["paymentExpiry"] = terms.PaymentExpiry is { } end
            ? QuickPayTimes.Write(end, zone, QuickPayTimes.ToTheSecond)
            : "";
        message["request3DS"] = terms.Request3DS ?? "";
        message["enableStoreCard"] = WireFormats.ToFlag(terms.EnableStoreCard);
        message["recurring"] = WireFormats.ToFlag(terms.Recurring is not null);
        message["useStoreCardOnly"] = WireFormats.ToFlag(terms.UseStoreCardOnly);
        message["storeCardUniqueID"] = terms.StoreCardUniqueId ?? "";
        message["ippPeriodFilter"] = terms.IppPeriodFilter ?? "";
        return terms.Recurring is null ? message : message.With(terms.Recurring, terms.Currency);
    }

    private static WireMessage With(this WireMessage message, QuickPayRecurring plan, string? currency)
    {
        message["recurringAmount"] = ToAmount(plan.Amount, currency);
        message["allowAccumulate"] = WireFormats.ToFlag(plan.AllowAccumulate);
        message["maxAccumulateAmount"] = plan.MaxAccumulateAmount is { } most ? ToAmount(most, currency) : "";
        message["recurringInterval"] = WireFormats.ToText(plan.Interval);
        message["recurringCount"] = WireFormats.ToText(plan.Count);
        message["chargeNextDate"] = plan.ChargeNextDate is { } date ? WireFormats.ToDdMMyyyy(date) : "";
        message["chargeOnDate"] = plan.ChargeOnDate?.ToWire() ?? "";
        return message;
    }

    // 2C2P's sample in JPY is "100". An amount that the currency does not have, and a currency that does not exist, are the validator's to refuse.
    private static string ToAmount(decimal amount, string? currency) =>
        Iso4217.Find(currency) is { } known && known.Has(amount)
            ? known.Write(amount)
            : amount.ToString(CultureInfo.InvariantCulture);
}
