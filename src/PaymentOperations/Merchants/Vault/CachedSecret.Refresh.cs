using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Identity;

namespace PaymentOperations.Merchants.Vault;

internal sealed partial class CachedSecret<T>
{
    [SuppressMessage("Design", "CA1031", Justification = "The failure is kept and reaches every caller through GetAsync.")]
    private async Task RefreshAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        try
        {
            await RefreshAsync(deadline.Token);
        }
        catch (Exception e)
        {
            Fail(e, ReasonOf(e));
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var secrets = await source.NewestAsync(name, cancellationToken);
        if (secrets.Count == 0)
        {
            TakeAway("it is missing or disabled");
            return;
        }

        var known = _known;
        var readable = secrets.Select(secret => Parse(secret, known)).OfType<Versioned<T>>().ToList();
        var newest = secrets[0].Version;
        if (readable is [var current, ..])
            Accept(current, readable.ElementAtOrDefault(1), newest, secrets[^1].Version);
        else if (known is not null && await IsEnabledAsync(known.Current.Version, cancellationToken))
            Keep(new SecretVersions<T>(known.Current, Previous: null), newest);
        else
            TakeAway(HasNotTheForm(newest));
    }

    private void Accept(Versioned<T> current, Versioned<T>? previous, string newest, string oldest)
    {
        var isChanged = _known?.Current.Version != current.Version;
        if (isChanged)
            LogChanged(name, current.Version);
        if (current.Version != newest)
        {
            Keep(new SecretVersions<T>(current, previous), newest);
            return;
        }

        if (current.Version != oldest && previous is null)
            LogPreviousUnreadable(name, oldest);
        Know(new SecretVersions<T>(current, previous), isTroubled: false);
    }

    // Key Vault did answer: it is asked again when the five minutes are over, or when the newest version is needed.
    private void Keep(SecretVersions<T> versions, string newest)
    {
        Know(versions, isTroubled: true);
        LogServedStale(name, HasNotTheForm(newest));
    }

    private void Know(SecretVersions<T> versions, bool isTroubled)
    {
        lock (_gate)
        {
            _known = versions;
            _isTroubled = isTroubled;
            _freshUntil = _askAgainAt = time.GetUtcNow() + FreshFor;
            _failure = null;
            _refresh = null;
        }
    }

    // Key Vault did answer: this is how an operator takes a secret away, so nothing older may stay in use.
    private void TakeAway(string reason)
    {
        lock (_gate)
        {
            _known = null;
            _freshUntil = DateTimeOffset.MinValue;
        }
        Fail(failure: null, reason);
    }

    private void Fail(Exception? failure, string reason)
    {
        bool isKnown;
        lock (_gate)
        {
            isKnown = _known is not null;
            _isTroubled = true;
            _failure = failure;
            _askAgainAt = time.GetUtcNow() + (isKnown ? PauseWithValue : PauseWithoutValue);
            _refresh = null;
        }
        if (isKnown)
            LogServedStale(name, reason);
        else
            LogUnavailable(name, reason);
    }

    // A version beyond the newest two may have been disabled, together with what a mistake then took the place of.
    private async Task<bool> IsEnabledAsync(string version, CancellationToken cancellationToken)
    {
        try
        {
            await source.VersionAsync(name, version, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 403 or 404)
        {
            // Disabled or deleted: the list of versions could be read just now, so it is not the app that is shut out.
            return false;
        }
    }

    private Versioned<T>? Parse(VaultSecret secret, SecretVersions<T>? known) =>
        known?.Find(secret.Version) ?? (parse(secret) is { } value ? new Versioned<T>(secret.Version, value) : null);

    private static string HasNotTheForm(string version) => $"version {version} has not the expected form";

    private static string ReasonOf(Exception e) =>
        e switch
        {
            RequestFailedException { Status: > 0 } answered => $"status {answered.Status}",
            RequestFailedException => "no connection",
            AuthenticationFailedException => "no access token",
            OperationCanceledException => "no answer in time",
            _ => e.GetType().Name,
        };
}
