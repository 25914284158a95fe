using System.Globalization;
using TwoC2P.Protocol;

namespace TwoC2P.QuickPay;

/// <summary>QuickPay's <c>expiry</c>: to the second from version 2.4, only the day before that. Texts have no zone; it is the merchant's.</summary>
internal static class QuickPayTimes
{
    public const string ToTheSecond = "yyyy-MM-dd HH:mm:ss";
    public const string Day = "ddMMyyyy";

    public static string Expiry(DateTimeOffset time, TimeZoneInfo zone, string version) =>
        Write(time, zone, MessageVersion.IsAtLeast(version, 2, 4) ? ToTheSecond : Day);

    public static string Write(DateTimeOffset time, TimeZoneInfo zone, string format) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Reads either format; a day is read as its last second, which is when the link ends.</summary>
    public static WireValue<DateTimeOffset> Read(string? text, TimeZoneInfo zone)
    {
        if (TryRead(text, ToTheSecond, out var local))
            return new WireValue<DateTimeOffset>(text, In(zone, local));

        return TryRead(text, Day, out var day)
            ? new WireValue<DateTimeOffset>(text, In(zone, day.AddDays(1).AddSeconds(-1)))
            : new WireValue<DateTimeOffset>(text, null);
    }

    private static bool TryRead(string? text, string format, out DateTime local) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out local)
        && local.Year is > 1 and < 9999;

    private static DateTimeOffset In(TimeZoneInfo zone, DateTime local) => new(local, zone.GetUtcOffset(local));
}
