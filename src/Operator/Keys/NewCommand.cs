using Operator.Screens;
using PaymentOperations.Merchants.Vault;

namespace Operator.Keys;

/// <summary>Makes a key.</summary>
internal sealed class NewCommand(Screen screen, TimeProvider time) : KeyCommand<NewSettings>(screen, time)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(KeyVaultList list, NewSettings settings, CancellationToken cancellationToken)
    {
        var rights = Rights.Of(settings).Rights!;
        var read = await list.ReadAsync(cancellationToken);
        if (read.Entries.Any(entry => entry.Id == settings.Id))
            throw new KeyListException($"There is a key {settings.Id} already: take another --id, or 'keys rotate'.");

        var key = KeyText.Make(settings.Publishable);
        var entry = new ApiKeyEntry
        {
            Id = settings.Id,
            Sha256 = key.Sha256,
            Scopes = rights.Scopes,
            Publishable = settings.Publishable,
            Origins = rights.Origins,
            Addresses = rights.Addresses,
            ExpiresAt = settings.ExpiresIn is { } time ? NowOf(read) + Duration.Read(time) : null,
        };
        return await WriteAsync(
            list,
            read,
            [.. read.Entries, entry],
            [entry],
            key,
            entry.ExpiresAt is { } end ? $"{entry.Id} ends {Moment.Text(end)}." : $"{entry.Id} does not end by itself.",
            cancellationToken
        );
    }
}
