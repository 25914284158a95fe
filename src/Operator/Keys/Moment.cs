using System.Globalization;

namespace Operator.Keys;

/// <summary>Moments as they are shown: UTC, in the calendar of ISO 8601 whatever the machine's is.</summary>
internal static class Moment
{
    public static string Text(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
