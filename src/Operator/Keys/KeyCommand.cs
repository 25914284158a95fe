using Azure;
using Azure.Identity;
using Operator.Api;
using Operator.Screens;
using PaymentOperations.Merchants.Vault;
using Spectre.Console.Cli;

namespace Operator.Keys;

/// <summary>A command about a merchant's API keys: opens the list, and turns what goes wrong into words and an exit code.</summary>
internal abstract class KeyCommand<TSettings>(Screen screen, TimeProvider time) : AsyncCommand<TSettings>
    where TSettings : KeySettings
{
    private const int Forbidden = 403;

    // How long an ended key stays in the list, for whoever looks for its name.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    protected Screen Screen { get; } = screen;

    /// <summary>
    /// The time, in whole seconds, as times stand in the list. It is the vault's, with which the app's agrees: on a machine whose clock is ahead, a key that leaked and was to end at once would go on for as long.
    /// </summary>
    protected DateTimeOffset NowOf(KeyList read) =>
        read.At ?? DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    /// <inheritdoc />
    public sealed override async Task<int> ExecuteAsync(
        CommandContext context,
        TSettings settings,
        CancellationToken cancellationToken
    )
    {
        var (list, problem) = KeyVaultList.Open(settings);
        if (list is null)
        {
            Screen.Complain(problem!);
            return ExitCodes.Usage;
        }

        try
        {
            return await RunAsync(list, settings, cancellationToken);
        }
        catch (KeyListException exception)
        {
            Screen.Complain(exception.Message);
            return ExitCodes.Refused;
        }
        catch (RequestFailedException exception) when (exception.Status == Forbidden)
        {
            Screen.Complain(
                "Key Vault refuses (403): you need the role Key Vault Secrets Officer on the vault, and your address in its firewall."
            );
            return ExitCodes.Refused;
        }
        catch (Exception exception) when (IsAbsence(exception, cancellationToken))
        {
            Screen.Complain(
                exception is AuthenticationFailedException
                    ? "Nobody is signed in who could be shown to Key Vault: az login."
                    : "Key Vault does not answer."
            );
            if (list.HasBegunToWrite)
                Screen.Complain(
                    "Whether the change was made is not known: look with 'keys list'. If it was, the new key is known to nobody: end it."
                );
            return ExitCodes.Unavailable;
        }
    }

    protected abstract Task<int> RunAsync(KeyVaultList list, TSettings settings, CancellationToken cancellationToken);

    /// <summary>Writes the list, prints the new key if there is one and it is in the list, and says what else happened.</summary>
    /// <param name="list">The secret.</param>
    /// <param name="read">The list before.</param>
    /// <param name="entries">The list after.</param>
    /// <param name="changed">Those of its keys that are new or changed.</param>
    /// <param name="key">The new key; null when there is none.</param>
    /// <param name="change">The change in words.</param>
    /// <param name="cancellationToken">Cancels.</param>
    protected async Task<int> WriteAsync(
        KeyVaultList list,
        KeyList read,
        IEnumerable<ApiKeyEntry> entries,
        IReadOnlyList<ApiKeyEntry> changed,
        KeyText? key,
        string change,
        CancellationToken cancellationToken
    )
    {
        var all = entries.ToList();
        foreach (var old in all.Where(entry => entry.ExpiresAt + Kept < NowOf(read)).ToList())
        {
            all.Remove(old);
            Screen.Note($"{old.Id} has expired more than {Kept.Days} days ago and is taken out of the list.");
        }

        var written = await list.WriteAsync(read, all, changed, cancellationToken);
        if (written.End is not WriteEnd.Lost)
        {
            if (key is not null)
                Screen.Plain(key.Value);
            Screen.Note(change);
        }

        return Say(list.Name, written);
    }

    private int Say(string name, Written written)
    {
        switch (written.End)
        {
            case WriteEnd.Done:
                Screen.Note($"Version {written.Version} of {name} is written. The app takes it within five minutes.");
                return ExitCodes.Done;
            case WriteEnd.Lost:
                Screen.Complain(
                    $"Somebody else wrote version {written.Other} of {name} at the same time: it is the current one, and this change is not in it. Run the same command again."
                );
                return ExitCodes.Unavailable;
            case WriteEnd.Covered:
                Screen.Complain(
                    $"Version {written.Version} of {name} is written, and somebody else wrote version {written.Other} at the same time: what that one changed is not in it. Compare the two, and make that change again."
                );
                return ExitCodes.Differences;
            default:
                Screen.Complain(
                    $"Version {written.Version} of {name} is written. Whether somebody else wrote at the same time could not be seen: look with 'keys list'."
                );
                return ExitCodes.Differences;
        }
    }

    private static bool IsAbsence(Exception exception, CancellationToken cancellationToken) =>
        exception is RequestFailedException or AuthenticationFailedException or AggregateException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
