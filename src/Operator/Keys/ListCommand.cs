using Operator.Api;
using Operator.Screens;
using PaymentOperations.Merchants.Vault;
using Spectre.Console;

namespace Operator.Keys;

/// <summary>Lists the keys. What is stored of a key itself is not shown.</summary>
internal sealed class ListCommand(Screen screen, TimeProvider time) : KeyCommand<KeySettings>(screen, time)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(KeyVaultList list, KeySettings settings, CancellationToken cancellationToken)
    {
        var read = await list.ReadAsync(cancellationToken);
        if (read.Version is null)
        {
            Screen.Note($"There is no {list.Name}: nobody can call for {settings.Merchant}.");
            return ExitCodes.Done;
        }

        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn("Id").NoWrap()).AddColumn("Scopes").AddColumn(new TableColumn("Expires").NoWrap());
        table.AddColumn("Origins").AddColumn("Addresses");
        var now = NowOf(read);
        foreach (var entry in read.Entries)
            table.AddRow(
                new Text(entry.Id),
                Lines(entry.Scopes),
                new Text(Expiry(entry, now)),
                Lines(entry.Publishable ? entry.Origins : null),
                Lines(entry.Addresses)
            );
        Screen.Show(table);
        Screen.Note($"Version {read.Version} of {list.Name}.");
        return ExitCodes.Done;
    }

    private static string Expiry(ApiKeyEntry entry, DateTimeOffset now) =>
        entry.ExpiresAt is not { } at ? "never"
        : at > now ? Moment.Text(at)
        : $"ended {Moment.Text(at)}";

    private static Text Lines(IReadOnlyList<string>? texts) => new(string.Join('\n', texts ?? []));
}
