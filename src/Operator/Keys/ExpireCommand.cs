using Operator.Screens;

namespace Operator.Keys;

/// <summary>Lets a key end. An end can be made earlier, never later: no key comes back.</summary>
internal sealed class ExpireCommand(Screen screen, TimeProvider time) : KeyCommand<ExpireSettings>(screen, time)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(KeyVaultList list, ExpireSettings settings, CancellationToken cancellationToken)
    {
        var read = await list.ReadAsync(cancellationToken);
        var old = read.Find(settings.Id);
        var now = NowOf(read);
        var end = settings.In is { } time ? now + Duration.Read(time)!.Value : now;
        if (old.ExpiresAt is { } earlier && earlier <= end)
            throw new KeyListException(
                $"{old.Id} ends earlier already, {Moment.Text(earlier)}. An end is never put off: make a new key, or 'keys rotate'."
            );

        var changed = old with { ExpiresAt = end };
        return await WriteAsync(
            list,
            read,
            read.With(changed),
            [changed],
            key: null,
            settings.Now
                ? $"{old.Id} has ended. The app still takes it for up to five minutes: 'az functionapp restart' makes it forget at once."
                : $"{old.Id} ends {Moment.Text(end)}.",
            cancellationToken
        );
    }
}
