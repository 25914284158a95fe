using PaymentOperations.Merchants;

namespace PaymentGateway.Http.Requests;

/// <summary>The time where a merchant is: its today and its month decide what is past.</summary>
internal static class MerchantTime
{
    /// <summary>The time in the merchant's zone.</summary>
    public static DateTimeOffset LocalTime(this Merchant merchant, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(time.GetUtcNow(), merchant.TimeZone);
}
