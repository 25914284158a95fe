using TwoC2P.Messages;
using static TwoC2P.Messages.MessageField;

namespace TwoC2P.QuickPay;

/// <summary>QuickPay's messages: Send is the published table; the others have the names, orders and limits of 2C2P's other pages.</summary>
internal static class QuickPayLayouts
{
    public const int VersionLength = 3;

    private static readonly Scalar Version = new("version", VersionLength);
    private static readonly Scalar MerchantId = new("merchantID", 15);
    private static readonly Scalar QpId = new("qpID", 10);
    private static readonly Scalar OrderIdPrefix = new("orderIdPrefix", 50);
    private static readonly Scalar TimeStamp = new("timeStamp", 14);
    private static readonly Scalar HashValue = new("hashValue", 150);

    private static readonly Scalar[] Delivery =
    [
        new("toEmails", 255),
        new("ccEmails", 255),
        new("bccEmails", 255),
        new("emailSubject", 255),
        new("emailMessage", 255),
        new("toMobiles", 255),
        new("smsMessage", 60),
    ];

    private static readonly Scalar[] Report =
    [
        new("successEmails", 255),
        new("successMobiles", 255),
        new("failedEmails", 255),
        new("failedMobiles", 255),
    ];

    // No source gives promotion, categoryId, ippInterestType and ippPeriodFilter a length; 150 is that of the merchant's other texts.
    private static readonly Scalar[] Terms =
    [
        new("description", 150),
        new("currency", 3),
        new("amount", 13),
        new("allowMultiplePayment", 1),
        new("maxTransaction", 4),
        new("expiry", 19),
        new("userData1", 150),
        new("userData2", 150),
        new("userData3", 150),
        new("userData4", 150),
        new("userData5", 150),
        new("promotion", 150),
        new("categoryId", 150),
        new("resultUrl1", 255),
        new("resultUrl2", 255),
        new("paymentOption", 1),
        new("ippInterestType", 150),
        new("paymentExpiry", 19),
        new("request3DS", 1),
        new("enableStoreCard", 1),
        new("recurring", 1),
        new("recurringAmount", 13),
        new("allowAccumulate", 1),
        new("maxAccumulateAmount", 13),
        new("recurringInterval", 5),
        new("recurringCount", 5),
        new("chargeNextDate", 8),
        new("chargeOnDate", 8),
    ];

    private static readonly Scalar[] NewTerms =
    [
        new("useStoreCardOnly", 1),
        new("storeCardUniqueID", 20),
        new("ippPeriodFilter", 150),
    ];

    public static readonly MessageLayout Send = Request("QPSendReq", [QpId, .. Delivery]);
    public static readonly MessageLayout Query = Request("QPQueryReq", [QpId]);
    public static readonly MessageLayout Delete = Request("QPDeleteReq", [QpId]);

    public static readonly MessageLayout SendAnswer = Answer("QPSendRes", Report);
    public static readonly MessageLayout UpdateAnswer = Answer("QPUpdateRes", []);
    public static readonly MessageLayout DeleteAnswer = Answer("QPDeleteRes", []);
    public static readonly MessageLayout GenerateAnswer = Answer("GenerateQPRes", Link());
    public static readonly MessageLayout GenerateAndSendAnswer = Answer("GenerateSendQPRes", [.. Link(), .. Report]);
    public static readonly MessageLayout QueryAnswer = Answer(
        "QPQueryRes",
        [OrderIdPrefix, .. Terms, .. NewTerms, new("url", 255), new("currentApproved", 5), new("clickCount", 10)]
    );

    public static MessageLayout Generate(bool hasNewTerms) =>
        Request("GenerateQPReq", [OrderIdPrefix, .. Terms, .. hasNewTerms ? NewTerms : []]);

    public static MessageLayout GenerateAndSend(bool hasNewTerms) =>
        Request("GenerateSendQPReq", [OrderIdPrefix, .. Terms, .. hasNewTerms ? NewTerms : [], .. Delivery]);

    public static MessageLayout Update(bool hasNewTerms) =>
        Request("QPUpdateReq", [QpId, .. Terms, .. hasNewTerms ? NewTerms : []]);

    private static Scalar[] Link() => [OrderIdPrefix, new("currency", 3), new("amount", 13), new("expiry", 19), new("url", 255)];

    private static MessageLayout Request(string root, IReadOnlyList<Scalar> fields) =>
        new(root, [Version, MerchantId, .. fields, TimeStamp, HashValue]);

    private static MessageLayout Answer(string root, IReadOnlyList<Scalar> fields) =>
        new(root, [Version, TimeStamp, QpId, .. fields, new Scalar("resCode", 3), new Scalar("resDesc", 255), HashValue]);
}
