using System.Globalization;
using System.Text.Json;
using PaymentGateway.Http.Requests;
using TwoC2P.RecurringPlans;

namespace PaymentGateway.Http.QuickPay;

/// <summary>The kinds of values that links are made of. What 2C2P says about each field is the client's to check.</summary>
internal static class LinkValues
{
    private const int LastYear = 2099;

    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>A text that says something; null when it is absent, or wrong and complained about.</summary>
    public static string? Words(this JsonObjectReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
            return null;
        if (!string.IsNullOrWhiteSpace(text))
            return text;

        reader.Errors.Add(reader.PathOf(name), "Give a text that is not empty.");
        return null;
    }

    /// <summary>A text that must be there.</summary>
    public static string Mandatory(this JsonObjectReader reader, string name, string problem)
    {
        if (reader.Find(name) is null)
            reader.Errors.Add(reader.PathOf(name), problem);

        return reader.Words(name) ?? "";
    }

    /// <summary>A moment to the second, if there is one; ISO 8601 with its offset.</summary>
    public static DateTimeOffset? Moment(this JsonObjectReader reader, string name) =>
        reader.Value(
            name,
            $"Give a time up to the year {LastYear} as ISO 8601 with its offset, such as 2026-12-31T23:59:59+07:00.",
            value => JsonText.TryRead(value, out var text) ? FindMoment(text) : null
        );

    /// <summary>A day of the year, if there is one.</summary>
    public static DayAndMonth? DayOfYear(this JsonObjectReader reader, string name) =>
        reader.Value<DayAndMonth>(
            name,
            "Give a month and a day, such as 01-15.",
            value => JsonText.TryRead(value, out var text) && DayAndMonth.TryParseIso(text, out var day) ? day : null
        );

    private static T? Value<T>(this JsonObjectReader reader, string name, string problem, Func<JsonElement, T?> find)
        where T : struct
    {
        if (reader.Find(name) is not { } value)
            return null;
        if (find(value) is { } found)
            return found;

        reader.Errors.Add(reader.PathOf(name), problem);
        return null;
    }

    private static DateTimeOffset? FindMoment(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            TimeForms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
        && moment.Year <= LastYear
            ? moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond))
            : null;
}
