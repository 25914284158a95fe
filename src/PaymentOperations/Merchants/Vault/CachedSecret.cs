using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Identity;
using Microsoft.Extensions.Logging;

namespace PaymentOperations.Merchants.Vault;

/// <summary>
/// One secret, parsed once per version and kept for five minutes. Everybody who asks during a refresh waits for that one
/// refresh; while Key Vault is down, the last value that was read stays in use.
/// </summary>
internal sealed partial class CachedSecret<T>(
    string name,
    Func<VaultSecret, T?> parse,
    ISecretSource source,
    TimeProvider time,
    ILogger logger
)
    where T : class
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    // After a failure nobody waits for Key Vault for a while; shorter where that means to refuse work.
    private static readonly TimeSpan PauseWithValue = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PauseWithoutValue = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenEarlyRefreshes = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger;
    private readonly Lock _gate = new();
    private SecretVersions<T>? _known;
    private Task? _refresh;
    private Exception? _failure;
    private DateTimeOffset _freshUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _askAgainAt = DateTimeOffset.MinValue;
    private DateTimeOffset _nextEarlyRefreshAt = DateTimeOffset.MinValue;

    /// <summary>Whether the known value was read within the last five minutes.</summary>
    public bool IsFresh
    {
        get
        {
            lock (_gate)
                return time.GetUtcNow() < _freshUntil;
        }
    }

    /// <summary>The current and the previous version.</summary>
    /// <exception cref="SecretsUnavailableException">It cannot be read and never was.</exception>
    public async ValueTask<SecretVersions<T>> GetAsync(CancellationToken cancellationToken)
    {
        await RefreshIfDue().WaitAsync(cancellationToken);
        lock (_gate)
            return _known ?? throw new SecretsUnavailableException(name, _failure);
    }

    /// <summary>Reads again before the time, at most once a minute. True when the current version is another one now.</summary>
    public async ValueTask<bool> RefreshEarlyAsync(CancellationToken cancellationToken)
    {
        Task refresh;
        SecretVersions<T>? before;
        lock (_gate)
        {
            if (time.GetUtcNow() < _nextEarlyRefreshAt)
                return false;
            _nextEarlyRefreshAt = time.GetUtcNow() + BetweenEarlyRefreshes;
            before = _known;
            refresh = _refresh ?? Start();
        }
        await refresh.WaitAsync(cancellationToken);
        lock (_gate)
            return _known?.Current.Version != before?.Current.Version;
    }

    private Task RefreshIfDue()
    {
        lock (_gate)
        {
            if (_refresh is not null)
                return IsFresh ? Task.CompletedTask : _refresh;
            return time.GetUtcNow() < _askAgainAt ? Task.CompletedTask : Start();
        }
    }

    // The refresh belongs to nobody's request: who gives up waiting does not take it from the others.
    private Task Start()
    {
        var refresh = Task.Run(RefreshAsync);
        _refresh = refresh;
        return refresh;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The failure is kept and reaches every caller through GetAsync.")]
    private async Task RefreshAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        try
        {
            var secrets = await source.NewestAsync(name, deadline.Token);
            Accept(secrets);
        }
        catch (Exception e)
        {
            Fail(e, ReasonOf(e));
        }
    }

    private void Accept(IReadOnlyList<VaultSecret> secrets)
    {
        if (secrets.Count == 0)
        {
            // Key Vault did answer: this is how an operator takes a secret away, so nothing older may stay in use.
            lock (_gate)
            {
                _known = null;
                _freshUntil = DateTimeOffset.MinValue;
            }
            Fail(failure: null, "it is missing or disabled");
            return;
        }
        var known = _known;
        if (Parse(secrets[0], known) is not { } current)
        {
            Fail(failure: null, $"version {secrets[0].Version} has not the expected form");
            return;
        }
        var previous = secrets.Count > 1 ? Parse(secrets[1], known) : null;
        if (secrets.Count > 1 && previous is null)
            LogPreviousUnreadable(name, secrets[1].Version);
        if (known?.Current.Version != current.Version)
            LogChanged(name, current.Version);
        lock (_gate)
        {
            _known = new SecretVersions<T>(current, previous);
            _freshUntil = _askAgainAt = time.GetUtcNow() + FreshFor;
            _failure = null;
            _refresh = null;
        }
    }

    private Versioned<T>? Parse(VaultSecret secret, SecretVersions<T>? known) =>
        known?.Find(secret.Version) ?? (parse(secret) is { } value ? new Versioned<T>(secret.Version, value) : null);

    private void Fail(Exception? failure, string reason)
    {
        bool isKnown;
        lock (_gate)
        {
            isKnown = _known is not null;
            _failure = failure;
            _askAgainAt = time.GetUtcNow() + (isKnown ? PauseWithValue : PauseWithoutValue);
            _refresh = null;
        }
        if (isKnown)
            LogServedStale(name, reason);
        else
            LogUnavailable(name, reason);
    }

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
