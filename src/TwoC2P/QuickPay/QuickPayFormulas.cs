using TwoC2P.Signing;

namespace TwoC2P.QuickPay;

/// <summary>
/// What QuickPay's hashes cover, in order: never the order of the JSON, timeStamp is always second. Requests write lower-case hex. Version 2.4's three newest terms are the last of
/// the orders; a version without them does not send them, which hashes the same.
/// </summary>
internal static class QuickPayFormulas
{
    private const string Begin = "version timeStamp merchantID ";
    private const string Delivery = "toEmails ccEmails bccEmails emailSubject emailMessage toMobiles smsMessage ";
    private const string Report = "successEmails successMobiles failedEmails failedMobiles ";
    private const string Link = "version timeStamp qpID orderIdPrefix currency amount expiry url ";

    private const string FirstTerms =
        "description currency amount allowMultiplePayment maxTransaction expiry userData1 userData2 userData3 userData4 userData5 "
        + "promotion categoryId resultUrl1 resultUrl2 paymentOption ippInterestType paymentExpiry ";

    private const string LastTerms =
        "request3DS enableStoreCard recurring recurringAmount allowAccumulate maxAccumulateAmount recurringInterval recurringCount chargeNextDate chargeOnDate "
        + "useStoreCardOnly storeCardUniqueID ippPeriodFilter";

    public static readonly SignatureFormula Send = Request($"{Begin}qpID {Delivery}");
    public static readonly SignatureFormula QueryOrDelete = Request($"{Begin}qpID");
    public static readonly SignatureFormula Generate = Request($"{Begin}orderIdPrefix {FirstTerms}{LastTerms}");
    public static readonly SignatureFormula Update = Request($"{Begin}qpID {FirstTerms}{LastTerms}");

    // The delivery stands in the middle of the terms; the digest of 2C2P's sample fits no other place.
    public static readonly SignatureFormula GenerateAndSend = Request($"{Begin}orderIdPrefix {FirstTerms}{Delivery}{LastTerms}");

    public static readonly SignatureFormula SendAnswer = Answer($"version timeStamp qpID {Report}resCode resDesc");
    public static readonly SignatureFormula UpdateOrDeleteAnswer = Answer("version timeStamp qpID resCode resDesc");
    public static readonly SignatureFormula GenerateAnswer = Answer($"{Link}resCode resDesc");
    public static readonly SignatureFormula GenerateAndSendAnswer = Answer($"{Link}{Report}resCode resDesc");

    public static SignatureFormula Answer(string order) => SignatureFormula.Of(SignatureAlgorithm.HmacSha1, order);

    private static SignatureFormula Request(string order) =>
        SignatureFormula.Of(SignatureAlgorithm.HmacSha1, order) with
        {
            LowerCaseHex = true,
        };
}
