using TwoC2P.Signing;

namespace TwoC2P.Protocol;

/// <summary>
/// What 2C2P's pages leave open or contradict about the APIs beside Payment Action, as settings with the most likely values: a merchant who learns better from 2C2P changes a
/// setting and no code. The time zone of <c>timeStamp</c>, which 2C2P does not publish either, is the merchant's own setting. An answer is held to the algorithm that is set
/// here, whatever the length of its digest: a peer must not be able to choose the weaker one.
/// </summary>
public sealed record ProtocolSettings
{
    /// <summary>
    /// What the last of a recurring plan's twelve digits counts. 2C2P's own plug-ins and its payment API count the currency's minor unit of ISO 4217; that answers about plans do
    /// the same is inferred. <see cref="MinorUnits.Hundredths"/> is for a merchant whose plans say otherwise. It makes no difference for currencies with two decimals.
    /// </summary>
    public MinorUnits MinorUnits { get; set; } = MinorUnits.Iso4217;

    /// <summary>
    /// Card tokenization. The page says HMACSHA256; no page or program shows the order. Inferred from the family: the sample's element order without <c>timeStamp</c>.
    /// </summary>
    public XmlApiSettings CardTokens { get; init; } =
        new()
        {
            Version = "2.3",
            Algorithm = SignatureAlgorithm.HmacSha256,
            RequestHashOrder =
                "version merchantID storeCardUniqueID pan panBank panCountry panCurrency cardholderName cardholderEmail panExpiry action",
            AnswerHashOrder =
                "version merchantID respCode panBank storeCardUniqueID panCountry cardholderName cardholderEmail panMasked",
        };

    /// <summary>
    /// Recurring payment plans. The order is shown by two independent programs and the digest of version 2.4 is reproduced. Version 2.1 used SHA-1 and no
    /// <c>chargeOnDate</c> in the answer's hash, 2.3 and later SHA-256: therefore by version, unless an algorithm is set.
    /// </summary>
    public XmlApiSettings RecurringPlans { get; init; } =
        new()
        {
            Version = "2.4",
            RequestHashOrder =
                "version merchantID recurringUniqueID processType recurringStatus amount allowAccumulate maxAccumulateAmount recurringInterval recurringCount chargeNextDate chargeOnDate",
            AnswerHashOrder =
                "version respCode recurringUniqueID recurringStatus invoicePrefix currency amount maskedCardNo allowAccumulate maxAccumulateAmount recurringInterval "
                + "recurringCount currentCount chargeNextDate chargeOnDate",
        };

    /// <summary>
    /// Instalment options. The page's text says HMACSHA256, its sample has digests of 40 digits (SHA-1) that cannot be reproduced without the key: the text is the default. The
    /// orders are inferred from the family; the tree of banks is then not covered by the hash.
    /// </summary>
    public XmlApiSettings InstallmentOptions { get; init; } =
        new()
        {
            Version = "2.3",
            Algorithm = SignatureAlgorithm.HmacSha256,
            RequestHashOrder = "version merchantID",
            AnswerHashOrder = "version respCode",
        };

    /// <summary>QuickPay.</summary>
    public QuickPaySettings QuickPay { get; init; } = new();
}
