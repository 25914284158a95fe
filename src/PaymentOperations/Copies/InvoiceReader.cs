using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace PaymentOperations.Copies;

/// <summary>
/// Reads the ledger invoice by invoice, while the app may be writing it. A reading of a table is no snapshot: an invoice whose rows came in more than one answer, or do not fit together, is read again by itself until two
/// readings are the same and fit.
/// </summary>
internal sealed class InvoiceReader(TableClient operations)
{
    private const int PageSize = 1000;
    private const int Tries = 10;

    /// <summary>The invoices behind a partition, each with all of its rows and what does not fit in them.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<TableEntity> Rows, string? Problem)> ReadAsync(
        string? after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        List<TableEntity> rows = [];
        var answers = 0;
        var filter = after is null ? null : TableClient.CreateQueryFilter($"PartitionKey gt {after}");
        var pages = operations.QueryAsync<TableEntity>(filter, PageSize, cancellationToken: cancellationToken).AsPages();
        await foreach (var page in pages)
        {
            if (rows.Count > 0)
                answers++;
            foreach (var row in page.Values)
            {
                if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
                {
                    yield return await CheckedAsync(rows, answers > 1, cancellationToken);
                    rows = [];
                }
                if (rows.Count == 0)
                    answers = 1;
                rows.Add(row);
            }
        }

        if (rows.Count > 0)
            yield return await CheckedAsync(rows, answers > 1, cancellationToken);
    }

    private async Task<(IReadOnlyList<TableEntity> Rows, string? Problem)> CheckedAsync(
        IReadOnlyList<TableEntity> rows,
        bool isOfSeveral,
        CancellationToken cancellationToken
    )
    {
        var problem = InvoiceRows.Problem(rows);
        for (var tries = 0; tries < Tries && (problem is not null || isOfSeveral); tries++)
        {
            var again = await AloneAsync(rows[0].PartitionKey, cancellationToken);
            // Nothing of an invoice is ever deleted but places in its line.
            if (again.Count == 0)
                break;
            isOfSeveral = !IsSame(rows, again);
            (rows, problem) = (again, InvoiceRows.Problem(again));
            if (!isOfSeveral && problem is not null)
                break;
        }

        return (rows, isOfSeveral ? problem ?? "it changed each time that it was read" : problem);
    }

    private async Task<IReadOnlyList<TableEntity>> AloneAsync(string partition, CancellationToken cancellationToken) =>
        await operations
            .QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
                PageSize,
                cancellationToken: cancellationToken
            )
            .ToListAsync(cancellationToken);

    private static bool IsSame(IReadOnlyList<TableEntity> one, IReadOnlyList<TableEntity> other) =>
        one.Select(row => (row.RowKey, row.ETag)).SequenceEqual(other.Select(row => (row.RowKey, row.ETag)));
}
