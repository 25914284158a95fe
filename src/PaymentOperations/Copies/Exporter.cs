using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace PaymentOperations.Copies;

/// <summary>
/// Copies the ledger while it is in use: each invoice as it was at one moment between begin and end, the tables that point to it afterwards. Memory holds one page, one invoice and one packed chunk. Killed anywhere, the
/// next run goes on behind the last chunk that was noted.
/// </summary>
internal sealed class Exporter(TableServiceClient tables, CopyStore store, TimeProvider time, Action<string> tell)
{
    private const int PageSize = 1000;
    private const int MostDoubtful = 100;

    /// <summary>How many rows make a chunk full.</summary>
    public int RowsPerChunk { get; init; } = 5000;

    /// <summary>Goes on with the copy that is not done, or begins one.</summary>
    /// <returns>The copy's name, what it consists of, and its manifest's SHA-256.</returns>
    public async Task<(string Name, LedgerCopy Copy, string Sha256)> RunAsync(CancellationToken cancellationToken)
    {
        await store.CreateAsync(cancellationToken);
        var run = await BeginAsync(cancellationToken);
        while (run.Copy.Table < CopiedTables.All.Count)
        {
            var table = CopiedTables.All[run.Copy.Table];
            if (table == CopiedTables.Operations)
                await CopyInvoicesAsync(run, cancellationToken);
            else
                await CopyAsync(run, table, cancellationToken);
        }

        var done = run.Copy with { FinishedAt = time.GetUtcNow() };
        return (run.Name, done, await store.FinishAsync(run.Name, done, cancellationToken));
    }

    private async Task<Run> BeginAsync(CancellationToken cancellationToken)
    {
        if (await store.NewestAsync(isDone: false, cancellationToken) is { } unfinished)
        {
            var (copy, version) = await store.ReadStateAsync(unfinished, cancellationToken);
            if (copy.Account != tables.AccountName || copy.Layout != LedgerCopy.CurrentLayout)
                throw new CopyException(
                    $"The copy {unfinished} is of the account {copy.Account} (layout {copy.Layout}) and is not done. Finish it there, or delete its blobs."
                );
            tell($"Going on with {unfinished}: {copy.Chunks.Count} chunks are there.");
            return new Run(store, unfinished, copy, version);
        }

        var begun = new LedgerCopy
        {
            Layout = LedgerCopy.CurrentLayout,
            Account = tables.AccountName,
            StartedAt = time.GetUtcNow(),
        };
        var name = CopyStore.NameOf(begun.StartedAt);
        tell($"Copying {begun.Account} to {name}.");
        return new Run(store, name, begun, await store.WriteStateAsync(name, begun, null, cancellationToken));
    }

    private async Task CopyInvoicesAsync(Run run, CancellationToken cancellationToken)
    {
        var reader = new InvoiceReader(tables.GetTableClient(CopiedTables.Operations));
        var merchants = run.Copy.Merchants.ToHashSet(StringComparer.Ordinal);
        var doubtful = run.Copy.Doubtful.ToList();
        var (invoices, operations, last) = (run.Copy.Invoices, run.Copy.Operations, run.Copy.After);
        var chunk = new ChunkBuffer();
        try
        {
            await foreach (var (rows, problem) in reader.ReadAsync(run.Copy.After, cancellationToken))
            {
                foreach (var row in rows)
                    chunk.Add(row);
                last = rows[0].PartitionKey;
                merchants.Add(last.Split('|')[0]);
                invoices++;
                operations += rows.Count(InvoiceRows.IsOperation);
                if (problem is not null)
                {
                    tell($"{last}: {problem}");
                    if (doubtful.Count < MostDoubtful)
                        doubtful.Add($"{last}: {problem}");
                }
                if (chunk.Rows >= RowsPerChunk)
                {
                    await SaveAsync();
                    chunk = new ChunkBuffer();
                }
            }
            await SaveAsync(isLast: true);
        }
        finally
        {
            chunk.Dispose();
        }

        Task SaveAsync(bool isLast = false) =>
            SaveChunkAsync(
                run,
                CopiedTables.Operations,
                chunk,
                run.Copy with
                {
                    Table = isLast ? run.Copy.Table + 1 : run.Copy.Table,
                    After = isLast ? null : last,
                    Merchants = [.. merchants.Order(StringComparer.Ordinal)],
                    Doubtful = [.. doubtful],
                    Invoices = invoices,
                    Operations = operations,
                },
                cancellationToken
            );
    }

    private async Task CopyAsync(Run run, string table, CancellationToken cancellationToken)
    {
        var pages = tables
            .GetTableClient(table)
            .QueryAsync<TableEntity>(maxPerPage: PageSize, cancellationToken: cancellationToken)
            .AsPages(run.Copy.After);
        var chunk = new ChunkBuffer();
        try
        {
            await foreach (var page in pages)
            {
                foreach (var row in page.Values)
                    chunk.Add(row);
                if (page.ContinuationToken is { } after && chunk.Rows >= RowsPerChunk)
                {
                    await SaveChunkAsync(run, table, chunk, run.Copy with { After = after }, cancellationToken);
                    chunk = new ChunkBuffer();
                }
            }
            // One write says that the rows are there and that the table is done: a run that is killed here never reads them twice.
            await SaveChunkAsync(
                run,
                table,
                chunk,
                run.Copy with
                {
                    Table = run.Copy.Table + 1,
                    After = null,
                },
                cancellationToken
            );
        }
        finally
        {
            chunk.Dispose();
        }
    }

    private async Task SaveChunkAsync(
        Run run,
        string table,
        ChunkBuffer chunk,
        LedgerCopy next,
        CancellationToken cancellationToken
    )
    {
        if (chunk.Rows == 0)
        {
            await run.SaveAsync(next, cancellationToken);
            return;
        }

        var written = await store.WriteAsync(run.Name, table, run.Copy.Chunks.Count + 1, chunk, cancellationToken);
        await run.SaveAsync(next with { Chunks = [.. run.Copy.Chunks, written] }, cancellationToken);
        tell(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{table}: {run.Copy.Chunks.Where(one => one.Table == table).Sum(one => one.Rows)} rows"
            )
        );
    }

    private sealed class Run(CopyStore store, string name, LedgerCopy copy, ETag version)
    {
        private ETag _version = version;

        public string Name { get; } = name;

        public LedgerCopy Copy { get; private set; } = copy;

        public async Task SaveAsync(LedgerCopy next, CancellationToken cancellationToken)
        {
            _version = await store.WriteStateAsync(Name, next, _version, cancellationToken);
            Copy = next;
        }
    }
}
