namespace TwoC2P.QuickPay;

/// <summary>What a payment link is for. Generating sends them for a new link; updating sends all of them again.</summary>
public sealed record QuickPayLinkTerms
{
    /// <summary>What is paid for: letters, digits, spaces and <c>. _ # -</c>; hashed as it is, spaces at its ends included (<c>description</c>, 150).</summary>
    public required string Description { get; init; }

    /// <summary>Currency, ISO 4217 letters (<c>currency</c>, 3).</summary>
    public required string Currency { get; init; }

    /// <summary>Amount in whole units of the currency; sent with all decimals that the currency has (<c>amount</c>, 13).</summary>
    public required decimal Amount { get; init; }

    /// <summary>Whether more than one payment may be made (<c>allowMultiplePayment</c>: Y or N).</summary>
    public bool AllowMultiplePayment { get; init; }

    /// <summary>How many payments, 1 to 1000; only with <see cref="AllowMultiplePayment"/> (<c>maxTransaction</c>).</summary>
    public int? MaxTransaction { get; init; }

    /// <summary>
    /// When the link ends, written in the merchant's time zone: from version 2.4 to the second, before that only the day (<c>expiry</c>).
    /// </summary>
    public required DateTimeOffset Expiry { get; init; }

    /// <summary>Up to five texts of the merchant's (<c>userData1</c>…<c>userData5</c>, 150).</summary>
    public IReadOnlyList<string?> UserData { get; init; } = [];

    /// <summary>Promotion code (<c>promotion</c>).</summary>
    public string? Promotion { get; init; }

    /// <summary>Category (<c>categoryId</c>).</summary>
    public string? CategoryId { get; init; }

    /// <summary>Where the browser returns to (<c>resultUrl1</c>, 255).</summary>
    public string? ResultUrl1 { get; init; }

    /// <summary>Where 2C2P reports the payment to (<c>resultUrl2</c>, 255).</summary>
    public string? ResultUrl2 { get; init; }

    /// <summary>How may be paid: F, I, C or A (<c>paymentOption</c>).</summary>
    public string? PaymentOption { get; init; }

    /// <summary>Who pays an instalment's interest (<c>ippInterestType</c>).</summary>
    public string? IppInterestType { get; init; }

    /// <summary>When a payment that was begun ends, written in the merchant's time zone (<c>paymentExpiry</c>, 19).</summary>
    public DateTimeOffset? PaymentExpiry { get; init; }

    /// <summary>3-D Secure: Y, N or F (<c>request3DS</c>).</summary>
    public string? Request3DS { get; init; }

    /// <summary>Whether the customer may store the card (<c>enableStoreCard</c>: Y or N).</summary>
    public bool? EnableStoreCard { get; init; }

    /// <summary>A recurring plan that the payment begins; null for none (<c>recurring</c>: Y or N).</summary>
    public QuickPayRecurring? Recurring { get; init; }

    /// <summary>Whether only a stored card may pay; version 2.4 (<c>useStoreCardOnly</c>: Y or N).</summary>
    public bool? UseStoreCardOnly { get; init; }

    /// <summary>The stored card that pays; version 2.4 (<c>storeCardUniqueID</c>, 20).</summary>
    public string? StoreCardUniqueId { get; init; }

    /// <summary>Which instalment periods are offered; version 2.4 (<c>ippPeriodFilter</c>).</summary>
    public string? IppPeriodFilter { get; init; }
}
