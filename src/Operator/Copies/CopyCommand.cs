using Azure.Data.Tables;
using Operator.Api;
using Operator.Screens;
using PaymentOperations.Copies;
using Spectre.Console.Cli;

namespace Operator.Copies;

/// <summary>A command about copies of the ledger: opens the accounts, and turns what goes wrong into words and an exit code.</summary>
internal abstract class CopyCommand<TSettings>(CopyAccounts accounts, Screen screen) : AsyncCommand<TSettings>
    where TSettings : CopySettings
{
    protected Screen Screen { get; } = screen;

    /// <inheritdoc />
    public sealed override async Task<int> ExecuteAsync(
        CommandContext context,
        TSettings settings,
        CancellationToken cancellationToken
    )
    {
        var (tables, store, problem) = accounts.Open(settings);
        if (tables is null || store is null)
        {
            Screen.Complain(problem!);
            return ExitCodes.Usage;
        }

        try
        {
            return await RunAsync(tables, store, settings, cancellationToken);
        }
        catch (CopyException exception)
        {
            Screen.Complain(exception.Message);
            return ExitCodes.Refused;
        }
    }

    protected abstract Task<int> RunAsync(
        TableServiceClient tables,
        CopyStore store,
        TSettings settings,
        CancellationToken cancellationToken
    );
}
