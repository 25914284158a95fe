using System.Globalization;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>
/// Reads which operations are asked for: a list of UTC days of acceptance, by default today and the six days before; or a search, what is open, or what changed, which cover all days unless they are given some.
/// </summary>
internal static class OperationQueryReader
{
    private const int DefaultDays = 7;

    // RFC 3339.
    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The parameters of the query.</summary>
    public static IReadOnlyList<string> Parameters { get; } =
    ["status", "kind", "from", "to", "updatedSince", .. PageReader.Parameters, .. OperationSearchReader.Parameters];

    /// <summary>Those that may be given several times.</summary>
    public static IReadOnlyList<string> Lists { get; } = ["status"];

    /// <summary>The query; what is wrong with it is in the reader's errors.</summary>
    public static OperationQuery Read(QueryReader query, DateOnly today)
    {
        var statuses = OperationStatuses.Of(
            query.Choices("status", EnumWord<OperationStatus>.All, EnumWord<OperationStatus>.Find)
        );
        var kind = query.Choice("kind", EnumWord<OperationKind>.All, EnumWord<OperationKind>.Find);
        var search = OperationSearchReader.Read(query);
        var updatedSince = query.Value(
            "updatedSince",
            FindMoment,
            "Give a moment such as 2026-11-23T10:00:00Z (write + as %2B)."
        );
        var (limit, cursor) = PageReader.Read(query);
        var given = (From: Day(query, "from"), To: Day(query, "to"));
        var all = (From: given.From ?? DateOnly.MinValue, To: given.To ?? DateOnly.MaxValue);
        // What is open is found whenever it was accepted: an index has only that.
        var isByDay = search is null && updatedSince is null && (statuses.IsAny || statuses.NameEnded);
        var (from, to) = isByDay ? DaysOfList(given.From, given.To, today) : all;
        if (from > to)
            query.Errors.Add("from", "Give a first day that is not after the last day.");
        else if (isByDay && to.DayNumber - from.DayNumber >= OperationQuery.MaxDays)
            query.Errors.Add("from", $"Ask for at most {OperationQuery.MaxDays} days at once.");

        return new(from, to, statuses, kind, cursor)
        {
            OpenFrom = statuses.NameOpen ? all.From : from,
            OpenTo = statuses.NameOpen ? all.To : to,
            Search = search,
            UpdatedSince = updatedSince,
            Limit = limit,
        };
    }

    private static (DateOnly From, DateOnly To) DaysOfList(DateOnly? from, DateOnly? to, DateOnly today)
    {
        var last = to ?? today;
        return (from ?? DateOnly.FromDayNumber(Math.Max(0, last.DayNumber - (DefaultDays - 1))), last);
    }

    private static DateOnly? Day(QueryReader query, string name) =>
        query.Value(name, FindDay, "Give a UTC day such as 2026-11-23.");

    private static DateOnly? FindDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTimeOffset? FindMoment(string text) =>
        // K takes a moment without an offset, too.
        (text.EndsWith('Z') || text is [.., '+' or '-', _, _, ':', _, _])
        && DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.ToUniversalTime()
            : null;
}
