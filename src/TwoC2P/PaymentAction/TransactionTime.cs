using System.Globalization;

namespace TwoC2P.PaymentAction;

/// <summary>Reads the times of payments and refunds (<c>transactionDateTime</c>, a listed refund's <c>dateTime</c>): <c>yyyyMMddHHmmss</c> without a zone.</summary>
public static class TransactionTime
{
    private const string Format = "yyyyMMddHHmmss";

    // 2C2P began in 2003; what is older is a placeholder.
    private const int FirstYear = 2000;

    /// <summary>
    /// The moment, with the zone's offset. 2C2P does not publish its zone: <paramref name="zone"/> is the merchant's setting. Null for another format, and for a time that the zone's
    /// clocks show twice or never.
    /// </summary>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year is >= FirstYear and < 9999
        && !zone.IsInvalidTime(local)
        && !zone.IsAmbiguousTime(local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local))
            : null;
}
