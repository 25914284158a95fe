using System.Globalization;
using Azure.Data.Tables;
using Operator.Api;
using Operator.Screens;
using PaymentOperations.Copies;
using Spectre.Console;

namespace Operator.Copies;

/// <summary>Holds a copy against its manifest, and with <c>--live</c> against the ledger.</summary>
internal sealed class VerifyCommand(CopyAccounts accounts, Screen screen) : CopyCommand<VerifySettings>(accounts, screen)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(
        TableServiceClient tables,
        CopyStore store,
        VerifySettings settings,
        CancellationToken cancellationToken
    )
    {
        var name =
            settings.Copy
            ?? await store.NewestAsync(isDone: true, cancellationToken)
            ?? throw new CopyException($"There is no finished copy in the container {settings.Container}.");
        var verifier = new Verifier(store, Screen.Note);
        var damages = await verifier.FindAsync(name, cancellationToken);
        foreach (var damage in damages)
            Screen.Complain(damage);
        var (copy, _) = await store.ReadManifestAsync(name, cancellationToken);
        foreach (var doubtful in copy.Doubtful)
            Screen.Complain($"In the ledger itself: {doubtful}");
        if (damages.Count > 0 || copy.Doubtful.Count > 0)
            return ExitCodes.Differences;

        Screen.Line($"{name} is whole");
        return settings.Live && await DiffersAsync(verifier, name, tables, cancellationToken)
            ? ExitCodes.Differences
            : ExitCodes.Done;
    }

    private async Task<bool> DiffersAsync(
        Verifier verifier,
        string name,
        TableServiceClient tables,
        CancellationToken cancellationToken
    )
    {
        var differences = await verifier.CompareAsync(name, tables, cancellationToken);
        var table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumns("table", "same", "changed since", "only in the ledger", "only in the copy");
        foreach (var one in differences)
            table.AddRow(one.Table, Text(one.Same), Text(one.Changed), Text(one.OnlyLive), Text(one.OnlyCopied));
        Screen.Show(table);
        return differences.Any(one => one.Any);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
