using System.Globalization;
using Azure.Data.Tables;

namespace PaymentOperations.Copies;

/// <summary>Holds a copy against its manifest and, if wanted, against the ledger as it is now.</summary>
internal sealed class Verifier(CopyStore store, Action<string> tell)
{
    /// <summary>What is damaged in a copy; empty when it is what was written. Invoices that did not fit together in the ledger itself are the manifest's to name.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string name, CancellationToken cancellationToken)
    {
        var (copy, sha256) = await store.ReadManifestAsync(name, cancellationToken);
        tell($"Manifest {sha256}");
        List<string> findings = [];
        if (copy.FinishedAt is null || copy.Table != CopiedTables.All.Count)
            findings.Add("The manifest is of a copy that is not done.");

        var (invoices, operations) = (0L, 0L);
        string? last = null;
        foreach (var chunk in copy.Chunks)
        {
            try
            {
                var rows = store.ReadAsync(name, chunk, cancellationToken);
                if (chunk.Table != CopiedTables.Operations)
                {
                    await foreach (var _ in rows)
                        continue;
                    continue;
                }

                await foreach (var invoice in Invoices.OfAsync(rows, cancellationToken))
                {
                    var partition = invoice[0].PartitionKey;
                    if (string.CompareOrdinal(partition, last) <= 0)
                        findings.Add($"{chunk.Name}: {partition} is there twice, or not in its place.");
                    last = partition;
                    invoices++;
                    operations += invoice.Count(InvoiceRows.IsOperation);
                    if (InvoiceRows.Problem(invoice) is { } problem && !copy.Doubtful.Contains($"{partition}: {problem}"))
                        findings.Add($"{partition}: {problem}");
                }
            }
            catch (CopyException exception)
            {
                findings.Add(exception.Message);
            }
            catch (InvalidDataException)
            {
                findings.Add($"{chunk.Name} cannot be unpacked.");
            }
        }

        if ((invoices, operations) != (copy.Invoices, copy.Operations))
            findings.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{invoices} invoices with {operations} operations can be read; the manifest says {copy.Invoices} and {copy.Operations}."
                )
            );
        tell(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{copy.Chunks.Count} chunks, {copy.Chunks.Sum(chunk => chunk.Rows)} rows, {invoices} invoices, {operations} operations; begun {copy.StartedAt:u}, done {copy.FinishedAt:u}"
            )
        );
        return findings;
    }

    /// <summary>How the ledger differs now from a copy that is whole, by table.</summary>
    public async Task<IReadOnlyList<LiveDifference>> CompareAsync(
        string name,
        TableServiceClient tables,
        CancellationToken cancellationToken
    )
    {
        var (copy, _) = await store.ReadManifestAsync(name, cancellationToken);
        List<LiveDifference> differences = [];
        foreach (var table in CopiedTables.All)
            differences.Add(
                await LiveDifference.OfAsync(
                    table,
                    Rows(name, copy, table, cancellationToken),
                    tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken),
                    cancellationToken
                )
            );
        return differences;
    }

    private IAsyncEnumerable<TableEntity> Rows(string name, LedgerCopy copy, string table, CancellationToken cancellationToken) =>
        copy
            .Chunks.Where(chunk => chunk.Table == table)
            .ToAsyncEnumerable()
            .SelectMany(chunk => store.ReadAsync(name, chunk, cancellationToken));
}
