namespace TwoC2P.Protocol;

/// <summary>How QuickPay is spoken: base64 JSON over two addresses, HMAC-SHA1 (published and reproduced).</summary>
public sealed record QuickPaySettings
{
    /// <summary>
    /// The version that is sent (<c>version</c>, C 3). It decides how <c>expiry</c> is written and which fields exist: 2C2P's samples say 2.4, and were hashed as 2.0 and 2.1.
    /// </summary>
    public string Version { get; set; } = "2.4";

    /// <summary>Address for Generate, Query, Update and Delete; by default <c>QuickPay/DirectAPI</c> beside the merchant's Payment Action address.</summary>
    public Uri? DirectApi { get; set; }

    /// <summary>Address for Send and for Generate and Send; by default <c>QuickPay/DeliveryAPI</c> beside the merchant's Payment Action address.</summary>
    public Uri? DeliveryApi { get; set; }

    /// <summary>
    /// Fields of the answer to Query that are hashed, in order. No complete source shows it: it is inferred from the order of the request that made the link, with the
    /// address and the counters after it. All other orders of QuickPay are published or reproduced and are not settings.
    /// </summary>
    public string QueryAnswerHashOrder { get; set; } =
        "version timeStamp qpID orderIdPrefix description currency amount allowMultiplePayment maxTransaction expiry userData1 userData2 userData3 userData4 userData5 "
        + "promotion categoryId resultUrl1 resultUrl2 paymentOption ippInterestType paymentExpiry url currentApproved clickCount request3DS enableStoreCard recurring "
        + "recurringAmount allowAccumulate maxAccumulateAmount recurringInterval recurringCount chargeNextDate chargeOnDate resCode resDesc";
}
