using PaymentGateway.Http.Requests;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>Reads what a link is for. Names are 2C2P's.</summary>
internal static class LinkTermsReader
{
    /// <summary>The property that is an object of its own.</summary>
    public const string Recurring = "recurring";

    /// <summary>The properties of a link.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "description",
        "currency",
        "amount",
        "allowMultiplePayment",
        "maxTransaction",
        "expiry",
        "userData",
        "promotion",
        "categoryId",
        "resultUrl1",
        "resultUrl2",
        "paymentOption",
        "ippInterestType",
        "paymentExpiry",
        "request3DS",
        "enableStoreCard",
        Recurring,
        "useStoreCardOnly",
        "storeCardUniqueID",
        "ippPeriodFilter",
    ];

    /// <summary>The properties of its recurring plan.</summary>
    public static readonly IReadOnlyList<string> RecurringNames =
    [
        "recurringAmount",
        "allowAccumulate",
        "maxAccumulateAmount",
        "recurringInterval",
        "recurringCount",
        "chargeNextDate",
        "chargeOnDate",
    ];

    /// <summary>A link's terms; what is wrong with them is complained about.</summary>
    public static QuickPayLinkTerms LinkTerms(this JsonObjectReader reader) =>
        new()
        {
            Description = reader.Mandatory("description", "Say what is paid for."),
            Currency = reader.Mandatory("currency", "Give the currency as three capital letters of ISO 4217, such as SGD."),
            Amount = reader.CurrencyAmount("amount") ?? 0,
            AllowMultiplePayment = reader.Flag("allowMultiplePayment") ?? false,
            MaxTransaction = reader.WholeNumber("maxTransaction"),
            Expiry = reader.Expiry("expiry"),
            UserData = reader.Places("userData"),
            Promotion = reader.Words("promotion"),
            CategoryId = reader.Words("categoryId"),
            ResultUrl1 = reader.Words("resultUrl1"),
            ResultUrl2 = reader.Words("resultUrl2"),
            PaymentOption = reader.Words("paymentOption"),
            IppInterestType = reader.Words("ippInterestType"),
            PaymentExpiry = reader.Moment("paymentExpiry"),
            Request3DS = reader.Words("request3DS"),
            EnableStoreCard = reader.Flag("enableStoreCard"),
            Recurring = reader.Plan(Recurring),
            UseStoreCardOnly = reader.Flag("useStoreCardOnly"),
            StoreCardUniqueId = reader.Words("storeCardUniqueID"),
            IppPeriodFilter = reader.Words("ippPeriodFilter"),
        };

    private static DateTimeOffset Expiry(this JsonObjectReader reader, string name)
    {
        if (reader.Find(name) is null)
            reader.Errors.Add(reader.PathOf(name), "Give the time when the link ends, such as 2026-12-31T23:59:59+07:00.");

        return reader.Moment(name) ?? default;
    }

    private static QuickPayRecurring? Plan(this JsonObjectReader reader, string name)
    {
        if (reader.Find(name) is not { } value)
            return null;

        var plan = new JsonObjectReader(value, reader.PathOf(name), reader.Errors, RecurringNames);
        return plan.IsObject
            ? new QuickPayRecurring
            {
                Amount = plan.CurrencyAmount("recurringAmount") ?? 0,
                AllowAccumulate = plan.Flag("allowAccumulate") ?? false,
                MaxAccumulateAmount = plan.CurrencyAmountOrZero("maxAccumulateAmount"),
                Interval = plan.WholeNumber("recurringInterval"),
                Count = plan.WholeNumber("recurringCount") ?? 0,
                ChargeNextDate = plan.Day("chargeNextDate"),
                ChargeOnDate = plan.DayOfYear("chargeOnDate"),
            }
            : null;
    }
}
