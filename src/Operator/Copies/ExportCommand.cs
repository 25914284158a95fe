using System.Globalization;
using Azure.Data.Tables;
using Operator.Api;
using Operator.Screens;
using PaymentOperations.Copies;

namespace Operator.Copies;

/// <summary>Copies the ledger, or goes on with the copy that is not done.</summary>
internal sealed class ExportCommand(CopyAccounts accounts, Screen screen) : CopyCommand<CopySettings>(accounts, screen)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(
        TableServiceClient tables,
        CopyStore store,
        CopySettings settings,
        CancellationToken cancellationToken
    )
    {
        var exporter = new Exporter(tables, store, TimeProvider.System, Screen.Note);
        var (name, copy, sha256) = await exporter.RunAsync(cancellationToken);
        Screen.Line($"{name}");
        Screen.Note(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{copy.Chunks.Sum(chunk => chunk.Rows)} rows, {copy.Invoices} invoices, {copy.Operations} operations; manifest {sha256}"
            )
        );
        if (copy.Doubtful.Count == 0)
            return ExitCodes.Done;

        Screen.Complain(
            "Some invoices do not fit together in the ledger itself; they are copied as they are, and named in the manifest. See the runbook, Restore the ledger."
        );
        return ExitCodes.Differences;
    }
}
