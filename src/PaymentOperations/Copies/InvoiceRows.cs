using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Copies;

/// <summary>Whether the rows of one invoice fit together. Every transaction of the ledger writes an event and counts it in its operation, so that half of one is seen.</summary>
internal static class InvoiceRows
{
    /// <summary>What does not fit, or null.</summary>
    public static string? Problem(IReadOnlyList<TableEntity> rows)
    {
        try
        {
            return ProblemOf(rows);
        }
        catch (Exception exception) when (IsOfRow(exception))
        {
            // Nothing is done with it: the row is copied as it is, and a person is told.
            return $"a row cannot be read ({exception.GetType().Name})";
        }
    }

    /// <summary>Whether this is what reading a row throws that is not as we write them.</summary>
    public static bool IsOfRow(Exception exception) =>
        exception
            is FormatException
                or ArgumentException
                or InvalidOperationException
                or NullReferenceException
                or System.Text.Json.JsonException;

    /// <summary>Whether a row is an operation's.</summary>
    public static bool IsOperation(TableEntity row) => row.RowKey.StartsWith("op-", StringComparison.Ordinal);

    private static string? ProblemOf(IReadOnlyList<TableEntity> rows)
    {
        var operations = rows.Where(IsOperation)
            .Select(OperationRowMapper.FromEntity)
            .Where(row => !row.IsTombstone)
            .ToDictionary(row => row.Id);
        if (operations.Count > 0 && rows.All(row => row.RowKey != TableKey.InvoiceRow))
            return "it has operations and no row of its own";
        if (operations.Values.FirstOrDefault(row => row.Partition != rows[0].PartitionKey) is { } stranger)
            return $"operation {stranger.Id} is another invoice's";

        var events = rows.Where(row => row.RowKey.StartsWith("event-", StringComparison.Ordinal))
            .CountBy(row => row.RowKey["event-".Length..row.RowKey.LastIndexOf('-')])
            .ToDictionary(StringComparer.Ordinal);
        if (operations.Values.FirstOrDefault(row => events.GetValueOrDefault(row.Id.ToString()) != row.NextEvent) is { } torn)
            return $"operation {torn.Id} counts {torn.NextEvent} events and has {events.GetValueOrDefault(torn.Id.ToString())}";

        var line = rows.Where(row => row.RowKey.StartsWith("wait-", StringComparison.Ordinal))
            .Select(row => OperationId.Parse(row.GetString("operationId")))
            .ToHashSet();
        if (operations.Values.FirstOrDefault(row => row.InLine != line.Contains(row.Id)) is { } waiting)
            return $"operation {waiting.Id} and the invoice's line do not agree";
        if (line.FirstOrDefault(id => !operations.ContainsKey(id)) is { } nobody && line.Contains(nobody))
            return $"operation {nobody} stands in line and is not there";

        var owners = rows.Where(row => row.RowKey.StartsWith("ref-", StringComparison.Ordinal))
            .ToDictionary(row => row.GetString("reference"), row => OperationId.Parse(row.GetString("operationId")));
        if (owners.Values.Any(owner => !operations.ContainsKey(owner)))
            return "a refund's reference belongs to an operation that is not there";
        return
            operations.Values.FirstOrDefault(row =>
                row is { Kind: OperationKind.Refund, Status: OperationStatus.Succeeded, Reference: { } reference }
                && !owners.ContainsKey(reference)
            )
                is { } unowned
            ? $"operation {unowned.Id} succeeded and does not own its reference"
            : null;
    }
}
