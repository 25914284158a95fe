using Azure.Data.Tables;
using Operator.Api;
using Operator.Screens;
using PaymentOperations.Copies;

namespace Operator.Copies;

/// <summary>Puts a copy back into an empty account, or goes on with it.</summary>
internal sealed class ImportCommand(CopyAccounts accounts, Screen screen) : CopyCommand<ImportSettings>(accounts, screen)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(
        TableServiceClient tables,
        CopyStore store,
        ImportSettings settings,
        CancellationToken cancellationToken
    )
    {
        var importer = new Importer(tables, store, TimeProvider.System, Screen.Note);
        var mark = await importer.RunAsync(settings.Copy, settings.Merchants, cancellationToken);
        Screen.Line($"{mark.Copy} is in {tables.AccountName}");
        Screen.Note(
            "Start the app. What was open is asked about at 2C2P and never sent again by itself; what 2C2P does not decide needs review. Go on as in the runbook, Restore the ledger."
        );
        return ExitCodes.Done;
    }
}
