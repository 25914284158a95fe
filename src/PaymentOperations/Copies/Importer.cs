using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Copies;

/// <summary>
/// Puts a copy back into an account without rows, in which no app runs. Killed anywhere, the next run goes on behind the last chunk that is in. No row is ever changed that was there before.
/// </summary>
internal sealed class Importer(TableServiceClient tables, CopyStore store, TimeProvider time, Action<string> tell)
{
    private readonly OperationTimes _times = new();
    private readonly LedgerTables _ledger = new(tables);
    private readonly OpenOperations _open = new(new LedgerTables(tables), new MerchantIndex(new LedgerTables(tables)));

    /// <param name="name">The copy's name.</param>
    /// <param name="merchants">Merchants that are served and have nothing in the copy.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    /// <exception cref="CopyException">The account has rows, or another copy was put back into it, or the copy is damaged.</exception>
    public async Task<ImportMark> RunAsync(
        string name,
        IReadOnlyCollection<string> merchants,
        CancellationToken cancellationToken
    )
    {
        var (copy, sha256) = await store.ReadManifestAsync(name, cancellationToken);
        if (await new Verifier(store, static _ => { }).FindAsync(name, cancellationToken) is [var damage, ..])
            throw new CopyException($"The copy is damaged, and nothing was written: {damage}");

        var mark = await BeginAsync(name, sha256, cancellationToken);
        if (mark.FinishedAt is not null)
        {
            tell($"{name} was put back at {mark.FinishedAt:u} already; nothing is done.");
            return mark;
        }

        while (mark.Chunks < copy.Chunks.Count)
        {
            var chunk = copy.Chunks[mark.Chunks];
            await RowWriter.AddAsync(
                tables.GetTableClient(chunk.Table),
                RowsAsync(name, copy, chunk, mark.At, cancellationToken),
                cancellationToken
            );
            mark = await (mark with { Chunks = mark.Chunks + 1 }).WriteAsync(_ledger.Learned, cancellationToken);
            tell(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{chunk.Table}: chunk {mark.Chunks} of {copy.Chunks.Count}, {chunk.Rows} rows"
                )
            );
        }

        await new UnreadMessages(_ledger).ExpectAsync(copy.Merchants, mark.At, cancellationToken);
        foreach (var merchant in copy.Merchants.Union(merchants, StringComparer.Ordinal))
            await new GatewayMemory(_ledger).RememberRestoredAsync(new MerchantId(merchant), mark.At, cancellationToken);
        return await (mark with { FinishedAt = time.GetUtcNow() }).WriteAsync(_ledger.Learned, cancellationToken);
    }

    private async Task<ImportMark> BeginAsync(string name, string sha256, CancellationToken cancellationToken)
    {
        foreach (var table in StorageLayout.Tables)
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        if (await ImportMark.FindAsync(_ledger.Learned, cancellationToken) is { } mark)
        {
            if (mark.Copy != name || mark.Sha256 != sha256)
                throw new CopyException(
                    $"This account is put back from the copy {mark.Copy} (manifest {mark.Sha256}), not from this {name} (manifest {sha256}). Take another account."
                );
            if (mark.FinishedAt is null)
                tell($"Going on: {mark.Chunks} chunks are in.");
            return mark;
        }

        foreach (var table in StorageLayout.Tables)
        {
            var any = tables.GetTableClient(table).QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellationToken);
            if (await any.AnyAsync(cancellationToken))
                throw new CopyException(
                    $"The table {table} of {tables.AccountName} has rows. A copy is put back into an account without any: what is there may be newer."
                );
        }

        var now = time.GetUtcNow();
        // Whole seconds: the moment is written into rows that have to be found equal again.
        var begun = new ImportMark
        {
            Copy = name,
            Sha256 = sha256,
            At = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
        };
        try
        {
            return await begun.WriteAsync(_ledger.Learned, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            throw new CopyException("Another import has begun in this account. Let it end.");
        }
    }

    private IAsyncEnumerable<TableEntity> RowsAsync(
        string name,
        LedgerCopy copy,
        CopyChunk chunk,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var rows = store.ReadAsync(name, chunk, cancellationToken);
        return chunk.Table switch
        {
            CopiedTables.Operations => InvoicesAsync(rows, at, cancellationToken),
            CopiedTables.Inbox => rows.Where(row => IsPutBack(chunk.Table, row))
                .Select(row => UnreadMessages.Of(row, copy.StartedAt - _times.Skew)),
            _ => rows.Where(row => IsPutBack(chunk.Table, row)),
        };
    }

    // A word that nobody weighed was said of what was known then: it is to be said again. That an older ledger was put back says nothing of this one.
    private static bool IsPutBack(string table, TableEntity row) =>
        table switch
        {
            CopiedTables.Inbox => PersonsWords.Parse(row) is not { Result: null },
            CopiedTables.Learned => row.PartitionKey != ImportMark.Partition && row.RowKey != GatewayMemory.Restored,
            _ => true,
        };

    private async IAsyncEnumerable<TableEntity> InvoicesAsync(
        IAsyncEnumerable<TableEntity> rows,
        DateTimeOffset at,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var invoice in Invoices.OfAsync(rows, cancellationToken))
        {
            // First: an operation that is in the ledger and in no list of what is open would wait for an hour.
            foreach (var row in invoice.Where(InvoiceRows.IsOperation).Select(OperationRowMapper.FromEntity))
            {
                if (row.IsTombstone || OpenOperations.Leaves(row))
                    continue;

                var restored = Restored.IsLeft(row) ? row : Restored.Of(row, at, _times);
                await _open.AddAsync(OperationHint.Of(restored), at, cancellationToken);
                // Who lists what changed finds it as long as nobody has looked at it, too. This key is in no copy.
                if (restored.RestoredAt == at)
                    await _ledger.Index.UpsertEntityAsync(
                        LookupIndex.RowOf(OperationHint.Of(restored), LookupKey.Changed(at)),
                        TableUpdateMode.Replace,
                        cancellationToken
                    );
            }

            foreach (var row in Restored.RowsOf(invoice, at, _times))
                yield return row;
        }
    }
}
