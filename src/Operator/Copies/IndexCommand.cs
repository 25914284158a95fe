using System.Globalization;
using Azure.Data.Tables;
using Operator.Api;
using Operator.Screens;
using PaymentOperations.Copies;

namespace Operator.Copies;

/// <summary>Writes the index anew by which operations and events are found.</summary>
internal sealed class IndexCommand(CopyAccounts accounts, Screen screen) : CopyCommand<CopySettings>(accounts, screen)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(
        TableServiceClient tables,
        CopyStore store,
        CopySettings settings,
        CancellationToken cancellationToken
    )
    {
        var (operations, events, unreadable) = await new IndexBuilder(tables, Screen.Note).RunAsync(cancellationToken);
        Screen.Line($"{operations} operations and {events} events are in the index");
        if (unreadable == 0)
            return ExitCodes.Done;

        Screen.Complain(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{unreadable} rows of the ledger cannot be read; they are named above. See the runbook, Restore the ledger."
            )
        );
        return ExitCodes.Differences;
    }
}
