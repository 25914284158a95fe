using Operator.Screens;

namespace Operator.Keys;

/// <summary>Makes a key with the rights of another, which ends after both have worked for a time.</summary>
internal sealed class RotateCommand(Screen screen, TimeProvider time) : KeyCommand<RotateSettings>(screen, time)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(KeyVaultList list, RotateSettings settings, CancellationToken cancellationToken)
    {
        var read = await list.ReadAsync(cancellationToken);
        var old = read.Find(settings.Id);
        if (old.ExpiresAt is not null && settings.ExpiresIn is null)
            throw new KeyListException($"{old.Id} has an end: say with --expires-in how long the new key is to work.");

        var now = NowOf(read);
        var key = KeyText.Make(old.Publishable);
        var next = old with
        {
            Id = KeyNames.Next(old.Id, read.Entries.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal)),
            Sha256 = key.Sha256,
            ExpiresAt = settings.ExpiresIn is { } time ? now + Duration.Read(time) : null,
        };
        var overlap = now + Duration.Read(settings.Overlap)!.Value;
        var end = old.ExpiresAt is { } earlier && earlier <= overlap ? earlier : overlap;
        var ending = old with { ExpiresAt = end };
        return await WriteAsync(
            list,
            read,
            [.. read.With(ending), next],
            [ending, next],
            key,
            $"The new key is {next.Id}. Give it to whoever has {old.Id}, which ends {Moment.Text(end)}.",
            cancellationToken
        );
    }
}
