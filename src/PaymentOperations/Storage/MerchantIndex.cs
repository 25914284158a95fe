using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace PaymentOperations.Storage;

/// <summary>
/// Writes the table <c>index</c>: hints of one merchant in one partition, so that all that is to be known of a change beforehand is one transaction. Rows say where to look; what is shown is always the ledger's row.
/// </summary>
internal sealed class MerchantIndex(LedgerTables tables)
{
    private const int MostActions = 100;

    /// <summary>Writes rows of one merchant. A row of an operation that is there stays as it is, since it may know how the operation ended; all others say the same whenever they are written.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Who waits for it went away.</param>
    /// <param name="areNew">Whether none of them is likely to be there: a row that is added is looked up once by storage, one that is written over twice.</param>
    public async Task WriteAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken, bool areNew = true)
    {
        foreach (var some in rows.DistinctBy(row => row.RowKey, StringComparer.Ordinal).Chunk(MostActions))
            await WriteSomeAsync([.. some], areNew, cancellationToken);
    }

    private async Task WriteSomeAsync(List<TableEntity> rows, bool areNew, CancellationToken cancellationToken)
    {
        while (rows.Count > 0)
        {
            try
            {
                if (rows is [var only] && !IsOperation(only))
                    await tables.Index.UpsertEntityAsync(only, TableUpdateMode.Replace, cancellationToken);
                else
                    await tables.Index.SubmitTransactionAsync(rows.Select(row => ActionOf(row, areNew)), cancellationToken);
                return;
            }
            // A table that is just being deleted is a conflict too, and stays one.
            catch (TableTransactionFailedException exception)
                when (exception.ErrorCode == TableErrorCode.EntityAlreadyExists
                    && exception.FailedTransactionActionIndex is { } taken
                )
            {
                // It is there: a parallel repeat of the same request, or the SDK's own first try. Either is as good.
                if (IsOperation(rows[taken]))
                    rows.RemoveAt(taken);
                else
                    areNew = false;
            }
        }
    }

    private static bool IsOperation(TableEntity row) => row.RowKey.StartsWith(IndexKey.Operations, StringComparison.Ordinal);

    private static TableTransactionAction ActionOf(TableEntity row, bool isNew) =>
        new(isNew || IsOperation(row) ? TableTransactionActionType.Add : TableTransactionActionType.UpsertReplace, row);
}
