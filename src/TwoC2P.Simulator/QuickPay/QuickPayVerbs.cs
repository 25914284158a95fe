namespace TwoC2P.Simulator.QuickPay;

/// <summary>All verbs. The one key of the request document selects one.</summary>
internal static class QuickPayVerbs
{
    private static readonly string[] Always = ["version", "timeStamp", "merchantID", "hashValue"];
    private static readonly string[] OfALink = [.. Always, "qpID"];
    private static readonly string[] OfANewLink = [.. Always, "orderIdPrefix", "description", "currency", "amount", "expiry"];

    public static readonly QuickPayVerb[] All =
    [
        new("Send", "QPSendReq", IsDelivery: true, QuickPayAnswers.Send)
        {
            HashedAfterMerchant = ["qpID", .. LinkFields.Message],
            Mandatory = OfALink,
        },
        new("Query", "QPQueryReq", IsDelivery: false, QuickPayAnswers.Query)
        {
            HashedAfterMerchant = ["qpID"],
            Mandatory = OfALink,
        },
        new("Delete", "QPDeleteReq", IsDelivery: false, QuickPayAnswers.Delete)
        {
            HashedAfterMerchant = ["qpID"],
            Mandatory = OfALink,
        },
        new("Update", "QPUpdateReq", IsDelivery: false, QuickPayAnswers.Update)
        {
            HashedAfterMerchant = ["qpID", .. LinkFields.UpToPaymentExpiry, .. LinkFields.Recurring, .. LinkFields.Since24],
            Mandatory = OfALink,
        },
        new("Generate", "GenerateQPReq", IsDelivery: false, QuickPayAnswers.Generate)
        {
            HashedAfterMerchant =
            [
                "orderIdPrefix",
                .. LinkFields.UpToPaymentExpiry,
                .. LinkFields.Recurring,
                .. LinkFields.Since24,
            ],
            Mandatory = OfANewLink,
        },
        // The message stands before request3DS, not at the end: the published digest holds only so.
        new("GenerateSend", "GenerateSendQPReq", IsDelivery: true, QuickPayAnswers.GenerateSend)
        {
            HashedAfterMerchant =
            [
                "orderIdPrefix",
                .. LinkFields.UpToPaymentExpiry,
                .. LinkFields.Message,
                .. LinkFields.Recurring,
                .. LinkFields.Since24,
            ],
            Mandatory = OfANewLink,
        },
    ];

    public static QuickPayVerb? Find(string requestKey) => Array.Find(All, verb => verb.RequestKey == requestKey);
}
