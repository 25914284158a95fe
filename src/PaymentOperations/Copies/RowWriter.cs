using System.Net;
using Azure;
using Azure.Data.Tables;

namespace PaymentOperations.Copies;

/// <summary>Adds rows to tables and never changes one: a row that is there already has to be equal.</summary>
internal static class RowWriter
{
    // Storage's limits are 100 rows and 4 MiB in a transaction; a row has 1 MiB at most, and few have more than some KiB.
    private const int MostRows = 100;
    private const long MostBytes = 2 * 1024 * 1024;

    /// <summary>Adds rows of one table, neighbours of one partition together.</summary>
    /// <exception cref="CopyException">There is another row of the same key.</exception>
    public static async Task AddAsync(TableClient table, IAsyncEnumerable<TableEntity> rows, CancellationToken cancellationToken)
    {
        List<TableEntity> some = [];
        long bytes = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            var size = RowText.Write(row).Length;
            if (
                some.Count == MostRows
                || bytes + size > MostBytes
                || (some.Count > 0 && some[0].PartitionKey != row.PartitionKey)
            )
            {
                await AddTogetherAsync(table, some, cancellationToken);
                (some, bytes) = ([], 0);
            }
            some.Add(row);
            bytes += size;
        }
        if (some.Count > 0)
            await AddTogetherAsync(table, some, cancellationToken);
    }

    private static async Task AddTogetherAsync(
        TableClient table,
        IReadOnlyList<TableEntity> rows,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await table.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
                cancellationToken
            );
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.Conflict)
        {
            // An earlier import was killed here, or the client met its own first try: each row tells.
            foreach (var row in rows)
                await AddAloneAsync(table, row, cancellationToken);
        }
    }

    private static async Task AddAloneAsync(TableClient table, TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.Conflict)
        {
            var there = await table.GetEntityAsync<TableEntity>(
                row.PartitionKey,
                row.RowKey,
                cancellationToken: cancellationToken
            );
            if (RowText.Write(there.Value) != RowText.Write(row))
                throw new CopyException(
                    $"The table {table.Name} has another row {row.PartitionKey} / {row.RowKey}. Nothing is overwritten: put the copy back into an empty account, with the app stopped."
                );
        }
    }
}
