using System.Globalization;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Requests;

/// <summary>Reads which page of a list is asked for.</summary>
internal static class PageReader
{
    /// <summary>The parameters.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["limit", "cursor"];

    /// <summary>How many items, and where it begins; what is wrong is in the reader's errors.</summary>
    public static (int Limit, string? Cursor) Read(QueryReader query) =>
        (
            query.Value("limit", FindLimit, $"Give 1 to {OperationQuery.MaxItems}.") ?? OperationQuery.MaxItems,
            query.Find("cursor")
        );

    /// <summary>Complains about both where all pages come at once.</summary>
    public static void Forbid(QueryReader query, string why)
    {
        foreach (var name in Parameters.Where(name => query.Find(name) is not null))
            query.Errors.Add(name, why);
    }

    private static int? FindLimit(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
        && limit is >= 1 and <= OperationQuery.MaxItems
            ? limit
            : null;
}
