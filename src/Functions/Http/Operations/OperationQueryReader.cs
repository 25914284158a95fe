using System.Globalization;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>
/// Reads which operations are asked for: a list of UTC days of acceptance, by default today and the six days before; or a search, which covers all days unless it is given some.
/// </summary>
internal static class OperationQueryReader
{
    private const int DefaultDays = 7;

    /// <summary>The parameters of the query.</summary>
    public static IReadOnlyList<string> Parameters { get; } =
    ["status", "kind", "from", "to", "limit", "cursor", .. OperationSearchReader.Parameters];

    /// <summary>The query; what is wrong with it is in the reader's errors.</summary>
    public static OperationQuery Read(QueryReader query, DateOnly today)
    {
        var status = query.Choice("status", EnumWord<OperationStatus>.All, EnumWord<OperationStatus>.Find);
        var kind = query.Choice("kind", EnumWord<OperationKind>.All, EnumWord<OperationKind>.Find);
        var search = OperationSearchReader.Read(query);
        var limit = query.Choice("limit", $"1 to {OperationQuery.MaxItems}", FindLimit) ?? OperationQuery.MaxItems;
        // What is open is found whenever it was accepted: an index has only that.
        var isByDay = search is null && status is null or OperationStatus.Succeeded or OperationStatus.Failed;
        var (from, to) = isByDay ? DaysOfList(query, today) : DaysOfSearch(query);
        if (from > to)
            query.Errors.Add("from", "Give a first day that is not after the last day.");
        else if (isByDay && to.DayNumber - from.DayNumber >= OperationQuery.MaxDays)
            query.Errors.Add("from", $"Ask for at most {OperationQuery.MaxDays} days at once.");

        return new(from, to, status, kind, query.Find("cursor")) { Search = search, Limit = limit };
    }

    private static (DateOnly From, DateOnly To) DaysOfList(QueryReader query, DateOnly today)
    {
        var to = Day(query, "to") ?? today;
        return (Day(query, "from") ?? DateOnly.FromDayNumber(Math.Max(0, to.DayNumber - (DefaultDays - 1))), to);
    }

    private static (DateOnly From, DateOnly To) DaysOfSearch(QueryReader query) =>
        (Day(query, "from") ?? DateOnly.MinValue, Day(query, "to") ?? DateOnly.MaxValue);

    private static DateOnly? Day(QueryReader query, string name) => query.Choice(name, "a UTC day such as 2026-11-23", FindDay);

    private static int? FindLimit(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
        && limit is >= 1 and <= OperationQuery.MaxItems
            ? limit
            : null;

    private static DateOnly? FindDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
