using System.Globalization;

namespace EndToEnd.Tests.Worlds;

/// <summary>A year that is far enough ahead for every test and near enough to be taken: ten years at most.</summary>
internal static class Ahead
{
    private const int Years = 5;

    public static readonly string Year = (TimeProvider.System.GetUtcNow().Year + Years).ToString(CultureInfo.InvariantCulture);

    /// <summary>The next year that has a 29 February and is not this one.</summary>
    public static readonly string LeapYear = Enumerable
        .Range(TimeProvider.System.GetUtcNow().Year + 1, 2 * Years)
        .First(DateTime.IsLeapYear)
        .ToString(CultureInfo.InvariantCulture);

    /// <summary>The text with the year for <c>YYYY</c>.</summary>
    public static string Of(string text) => text.Replace("YYYY", Year, StringComparison.Ordinal);
}
