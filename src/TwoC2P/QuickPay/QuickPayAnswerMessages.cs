using TwoC2P.Codes;
using TwoC2P.Messages;
using TwoC2P.RecurringPlans;

namespace TwoC2P.QuickPay;

/// <summary>Turns QuickPay's fields into answers.</summary>
internal static class QuickPayAnswerMessages
{
    public static QuickPayResponse ToResponse(WireMessage message) => Begin(message, new QuickPayResponse());

    public static SendLinkResponse ToSendResponse(WireMessage message) =>
        Begin(message, new SendLinkResponse { Delivery = ToReport(message) });

    public static GenerateLinkResponse ToGenerateResponse(WireMessage message, TimeZoneInfo zone) =>
        Begin(
            message,
            new GenerateLinkResponse
            {
                OrderIdPrefix = message.NullIfEmpty("orderIdPrefix"),
                Currency = message.NullIfEmpty("currency"),
                Amount = ReadAmount(message, "amount"),
                Expiry = QuickPayTimes.Read(message.NullIfEmpty("expiry"), zone),
                Url = message.NullIfEmpty("url"),
                Delivery = ToReport(message),
            }
        );

    public static QueryLinkResponse ToQueryResponse(WireMessage message, TimeZoneInfo zone) =>
        Begin(
            message,
            new QueryLinkResponse
            {
                OrderIdPrefix = message.NullIfEmpty("orderIdPrefix"),
                Description = message.NullIfEmpty("description"),
                Currency = message.NullIfEmpty("currency"),
                Amount = ReadAmount(message, "amount"),
                AllowMultiplePayment = WireFormats.ReadFlag(message.NullIfEmpty("allowMultiplePayment")),
                MaxTransaction = WireFormats.ReadInteger(message.NullIfEmpty("maxTransaction")),
                Expiry = QuickPayTimes.Read(message.NullIfEmpty("expiry"), zone),
                UserData =
                [
                    .. Enumerable
                        .Range(1, QuickPayRequestMessages.UserDataPlaces)
                        .Select(place => message.NullIfEmpty($"userData{place}")),
                ],
                Promotion = message.NullIfEmpty("promotion"),
                CategoryId = message.NullIfEmpty("categoryId"),
                ResultUrl1 = message.NullIfEmpty("resultUrl1"),
                ResultUrl2 = message.NullIfEmpty("resultUrl2"),
                PaymentOption = message.NullIfEmpty("paymentOption"),
                IppInterestType = message.NullIfEmpty("ippInterestType"),
                PaymentExpiry = QuickPayTimes.Read(message.NullIfEmpty("paymentExpiry"), zone),
                Url = message.NullIfEmpty("url"),
                CurrentApproved = WireFormats.ReadInteger(message.NullIfEmpty("currentApproved")),
                ClickCount = WireFormats.ReadInteger(message.NullIfEmpty("clickCount")),
                Request3DS = message.NullIfEmpty("request3DS"),
                EnableStoreCard = WireFormats.ReadFlag(message.NullIfEmpty("enableStoreCard")),
                Recurring = WireFormats.ReadFlag(message.NullIfEmpty("recurring")),
                RecurringAmount = ReadAmount(message, "recurringAmount"),
                AllowAccumulate = WireFormats.ReadFlag(message.NullIfEmpty("allowAccumulate")),
                MaxAccumulateAmount = ReadAmount(message, "maxAccumulateAmount"),
                RecurringInterval = WireFormats.ReadInteger(message.NullIfEmpty("recurringInterval")),
                RecurringCount = WireFormats.ReadInteger(message.NullIfEmpty("recurringCount")),
                ChargeNextDate = WireFormats.ReadEitherDate(message.NullIfEmpty("chargeNextDate")),
                ChargeOnDate = RecurringPlanMessages.ReadDay(message.NullIfEmpty("chargeOnDate")),
                UseStoreCardOnly = WireFormats.ReadFlag(message.NullIfEmpty("useStoreCardOnly")),
                StoreCardUniqueId = message.NullIfEmpty("storeCardUniqueID"),
                IppPeriodFilter = message.NullIfEmpty("ippPeriodFilter"),
            }
        );

    private static T Begin<T>(WireMessage message, T response)
        where T : QuickPayResponse =>
        (T)(
            response with
            {
                Version = message.NullIfEmpty("version"),
                TimeStamp = message.NullIfEmpty("timeStamp"),
                QpId = message.NullIfEmpty("qpID"),
                ResCode = new QuickPayResultCode(message["resCode"]),
                ResDesc = message.NullIfEmpty("resDesc"),
                HashValue = message.NullIfEmpty("hashValue"),
            }
        );

    private static WireValue<decimal> ReadAmount(WireMessage message, string field) =>
        WireFormats.ReadAmount(message.NullIfEmpty(field), message.NullIfEmpty("currency"));

    private static DeliveryReport ToReport(WireMessage message) =>
        new()
        {
            SuccessEmails = ToList(message["successEmails"]),
            SuccessMobiles = ToList(message["successMobiles"]),
            FailedEmails = ToList(message["failedEmails"]),
            FailedMobiles = ToList(message["failedMobiles"]),
        };

    private static string[] ToList(string text) =>
        text.Split(QuickPayRequestMessages.Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
