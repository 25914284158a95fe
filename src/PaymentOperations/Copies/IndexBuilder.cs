using System.Globalization;
using Azure.Data.Tables;
using PaymentOperations.Storage;

namespace PaymentOperations.Copies;

/// <summary>
/// Writes the table <c>index</c> anew from the ledger: for an account whose index was lost or was never written. The app may run meanwhile, for nothing is deleted and each row says what the ledger says; broken off, it is
/// run again from the beginning.
/// </summary>
/// <param name="tables">The account.</param>
/// <param name="tell">Takes a line of progress.</param>
internal sealed class IndexBuilder(TableServiceClient tables, Action<string> tell)
{
    private const int AtATime = 8;
    private const int InvoicesPerLine = 1_000;

    private readonly LedgerTables _ledger = new(tables);
    private readonly MerchantIndex _index = new(new LedgerTables(tables));
    private readonly OpenOperations _open = new(new LedgerTables(tables), new MerchantIndex(new LedgerTables(tables)));

    private long _operations;
    private long _events;
    private long _unreadable;

    /// <summary>Goes through the whole ledger.</summary>
    /// <returns>How many operations and events stand in the index now, and how many rows of the ledger could not be read: those operations are not found.</returns>
    public async Task<(long Operations, long Events, long Unreadable)> RunAsync(CancellationToken cancellationToken)
    {
        var invoices = 0L;
        await Parallel.ForEachAsync(
            new InvoiceReader(_ledger.Operations).ReadAsync(after: null, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken },
            async (invoice, cancellation) =>
            {
                await IndexAsync(invoice.Rows, cancellation);
                if (Interlocked.Increment(ref invoices) is var done && done % InvoicesPerLine == 0)
                    tell(string.Create(CultureInfo.InvariantCulture, $"{done} invoices"));
            }
        );
        return (_operations, _events, _unreadable);
    }

    private async Task IndexAsync(IReadOnlyList<TableEntity> invoice, CancellationToken cancellationToken)
    {
        var operations = Readable(invoice.Where(InvoiceRows.IsOperation), OperationRowMapper.FromEntity)
            .Where(row => !row.IsTombstone)
            .ToList();
        foreach (var row in operations)
        {
            await _open.IndexAsync(row, cancellationToken);
            await _index.WriteAsync(
                [.. LookupIndex.RowsOf(OperationHint.Of(row), LookupKeys.Of(row))],
                cancellationToken,
                areNew: false
            );
        }

        var events = Readable(invoice.Where(row => row.RowKey.StartsWith("happened-", StringComparison.Ordinal)), EventRow.From)
            .Select(row => row.Event)
            .ToList();
        await _index.WriteAsync(
            [
                .. events.Select(told =>
                    EventIndex.RowOf(told.Operation.MerchantId, new EventPointer(told.Id, told.Operation.InvoiceNo, told.Order))
                ),
            ],
            cancellationToken,
            areNew: false
        );
        Interlocked.Add(ref _operations, operations.Count);
        Interlocked.Add(ref _events, events.Count);
    }

    private IEnumerable<T> Readable<T>(IEnumerable<TableEntity> rows, Func<TableEntity, T> read)
        where T : class
    {
        foreach (var row in rows)
        {
            T? one = null;
            try
            {
                one = read(row);
            }
            catch (Exception exception) when (InvoiceRows.IsOfRow(exception))
            {
                Interlocked.Increment(ref _unreadable);
                tell($"{row.PartitionKey} {row.RowKey} cannot be read: {exception.GetType().Name}");
            }

            if (one is not null)
                yield return one;
        }
    }
}
