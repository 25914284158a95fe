using System.Net;
using Azure.Data.Tables;

namespace PaymentOperations.Storage;

/// <summary>
/// Writes the table <c>index</c>: hints of one merchant in one partition, so that all that is to be known of a change beforehand is one transaction. Rows say where to look; what is shown is always the ledger's row.
/// </summary>
internal sealed class MerchantIndex(LedgerTables tables)
{
    private const int MostActions = 100;

    /// <summary>Writes rows of one merchant. A row of an operation that is there stays as it is, since it may know how the operation ended; all others say the same whenever they are written.</summary>
    public async Task WriteAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        foreach (var some in rows.DistinctBy(row => row.RowKey, StringComparer.Ordinal).Chunk(MostActions))
            await WriteSomeAsync([.. some], cancellationToken);
    }

    private async Task WriteSomeAsync(List<TableEntity> rows, CancellationToken cancellationToken)
    {
        while (rows.Count > 0)
        {
            try
            {
                if (rows is [var only] && !IsOperation(only))
                    await tables.Index.UpsertEntityAsync(only, TableUpdateMode.Replace, cancellationToken);
                else
                    await tables.Index.SubmitTransactionAsync(rows.Select(ActionOf), cancellationToken);
                return;
            }
            catch (TableTransactionFailedException exception)
                when (exception.Status == (int)HttpStatusCode.Conflict
                    && exception.FailedTransactionActionIndex is { } taken
                    && IsOperation(rows[taken])
                )
            {
                // It is there: a parallel repeat of the same request, or the SDK's own first try. Either is as good.
                rows.RemoveAt(taken);
            }
        }
    }

    private static bool IsOperation(TableEntity row) => row.RowKey.StartsWith(IndexKey.Operations, StringComparison.Ordinal);

    private static TableTransactionAction ActionOf(TableEntity row) =>
        new(IsOperation(row) ? TableTransactionActionType.Add : TableTransactionActionType.UpsertReplace, row);
}
