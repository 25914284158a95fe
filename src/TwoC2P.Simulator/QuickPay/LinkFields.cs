namespace TwoC2P.Simulator.QuickPay;

/// <summary>The fields of links in the order in which they are hashed.</summary>
internal static class LinkFields
{
    /// <summary>From the description to the payment's expiry.</summary>
    public static readonly string[] UpToPaymentExpiry =
    [
        "description",
        "currency",
        "amount",
        "allowMultiplePayment",
        "maxTransaction",
        "expiry",
        "userData1",
        "userData2",
        "userData3",
        "userData4",
        "userData5",
        "promotion",
        "categoryId",
        "resultUrl1",
        "resultUrl2",
        "paymentOption",
        "ippInterestType",
        "paymentExpiry",
    ];

    public static readonly string[] Recurring =
    [
        "request3DS",
        "enableStoreCard",
        "recurring",
        "recurringAmount",
        "allowAccumulate",
        "maxAccumulateAmount",
        "recurringInterval",
        "recurringCount",
        "chargeNextDate",
        "chargeOnDate",
    ];

    /// <summary>Came with version 2.4.</summary>
    public static readonly string[] Since24 = ["useStoreCardOnly", "storeCardUniqueID", "ippPeriodFilter"];

    /// <summary>Also of version 2.4, but nobody knows where in the hash they would be: they are taken and not hashed.</summary>
    public static readonly string[] NotHashed =
    [
        "storeCardAccountID",
        "receiverName",
        "customerName",
        "customerPhone",
        "customerEmail",
        "sendNotification",
        "recipientEmail",
    ];

    public static readonly string[] Message =
    [
        "toEmails",
        "ccEmails",
        "bccEmails",
        "emailSubject",
        "emailMessage",
        "toMobiles",
        "smsMessage",
    ];

    /// <summary>All that a link keeps of its request, but for prefix and expiry.</summary>
    public static readonly string[] Kept = [.. UpToPaymentExpiry.Except(["expiry"]), .. Recurring, .. Since24, .. NotHashed];
}
