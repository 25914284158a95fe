using TwoC2P.RecurringPlans;

namespace TwoC2P.QuickPay;

/// <summary>The answer to Query (message <c>QPQueryRes</c>); names and formats are those of the request that made the link.</summary>
public sealed record QueryLinkResponse : QuickPayResponse
{
    /// <summary>What the invoice numbers begin with (<c>orderIdPrefix</c>).</summary>
    public string? OrderIdPrefix { get; init; }

    /// <summary>What is paid for (<c>description</c>).</summary>
    public string? Description { get; init; }

    /// <summary>Currency, ISO 4217 letters (<c>currency</c>).</summary>
    public string? Currency { get; init; }

    /// <summary>Amount in whole units of the currency (<c>amount</c>).</summary>
    public WireValue<decimal> Amount { get; init; }

    /// <summary>Whether more than one payment may be made (<c>allowMultiplePayment</c>).</summary>
    public WireValue<bool> AllowMultiplePayment { get; init; }

    /// <summary>How many payments (<c>maxTransaction</c>).</summary>
    public WireValue<int> MaxTransaction { get; init; }

    /// <summary>The most payments; null where there is no limit, which gateways answer as nothing or as 0.</summary>
    public int? MostPayments => MaxTransaction.Value is 0 ? null : MaxTransaction.Value;

    /// <summary>When the link ends (<c>expiry</c>); of a text without zone, in the merchant's.</summary>
    public WireValue<DateTimeOffset> Expiry { get; init; }

    /// <summary>The merchant's texts, five places (<c>userData1</c>…<c>userData5</c>).</summary>
    public IReadOnlyList<string?> UserData { get; init; } = [];

    /// <summary>Promotion code (<c>promotion</c>).</summary>
    public string? Promotion { get; init; }

    /// <summary>Category (<c>categoryId</c>).</summary>
    public string? CategoryId { get; init; }

    /// <summary>Where the browser returns to (<c>resultUrl1</c>).</summary>
    public string? ResultUrl1 { get; init; }

    /// <summary>Where 2C2P reports the payment to (<c>resultUrl2</c>).</summary>
    public string? ResultUrl2 { get; init; }

    /// <summary>How may be paid (<c>paymentOption</c>).</summary>
    public string? PaymentOption { get; init; }

    /// <summary>Who pays an instalment's interest (<c>ippInterestType</c>).</summary>
    public string? IppInterestType { get; init; }

    /// <summary>When a payment that was begun ends (<c>paymentExpiry</c>); of a text without zone, in the merchant's.</summary>
    public WireValue<DateTimeOffset> PaymentExpiry { get; init; }

    /// <summary>The link's address (<c>url</c>).</summary>
    public string? Url { get; init; }

    /// <summary>How many payments were approved (<c>currentApproved</c>).</summary>
    public WireValue<int> CurrentApproved { get; init; }

    /// <summary>How often the link was opened (<c>clickCount</c>).</summary>
    public WireValue<int> ClickCount { get; init; }

    /// <summary>3-D Secure (<c>request3DS</c>).</summary>
    public string? Request3DS { get; init; }

    /// <summary>Whether the customer may store the card (<c>enableStoreCard</c>).</summary>
    public WireValue<bool> EnableStoreCard { get; init; }

    /// <summary>Whether the payment begins a recurring plan (<c>recurring</c>).</summary>
    public WireValue<bool> Recurring { get; init; }

    /// <summary>What each charge of the plan takes (<c>recurringAmount</c>).</summary>
    public WireValue<decimal> RecurringAmount { get; init; }

    /// <summary>Whether failed charges accumulate (<c>allowAccumulate</c>).</summary>
    public WireValue<bool> AllowAccumulate { get; init; }

    /// <summary>The most that may accumulate (<c>maxAccumulateAmount</c>).</summary>
    public WireValue<decimal> MaxAccumulateAmount { get; init; }

    /// <summary>Days between charges (<c>recurringInterval</c>).</summary>
    public WireValue<int> RecurringInterval { get; init; }

    /// <summary>The same; null where the plan charges on a day of the year, which gateways answer as nothing or as 0.</summary>
    public int? DaysBetweenCharges => RecurringInterval.Value is 0 ? null : RecurringInterval.Value;

    /// <summary>How many charges in all (<c>recurringCount</c>).</summary>
    public WireValue<int> RecurringCount { get; init; }

    /// <summary>Date of the next charge (<c>chargeNextDate</c>).</summary>
    public WireValue<DateOnly> ChargeNextDate { get; init; }

    /// <summary>Day of the charges (<c>chargeOnDate</c>).</summary>
    public WireValue<DayAndMonth> ChargeOnDate { get; init; }

    /// <summary>Whether only a stored card may pay (<c>useStoreCardOnly</c>).</summary>
    public WireValue<bool> UseStoreCardOnly { get; init; }

    /// <summary>The stored card that pays (<c>storeCardUniqueID</c>).</summary>
    public string? StoreCardUniqueId { get; init; }

    /// <summary>Which instalment periods are offered (<c>ippPeriodFilter</c>).</summary>
    public string? IppPeriodFilter { get; init; }
}
