using Microsoft.Extensions.Logging;

namespace PaymentOperations.Merchants.Vault;

/// <summary>
/// One secret, parsed once per version and kept for five minutes. One refresh runs at a time. Whoever has no value yet waits for it; whoever has one waits a second at most and goes on with that one, as does everybody while
/// Key Vault is down.
/// </summary>
internal sealed partial class CachedSecret<T>(
    string name,
    Func<VaultSecret, T?> parse,
    ISecretSource source,
    TimeProvider time,
    ILogger logger
) : IWatchedSecret
    where T : class
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    // Long enough for a vault that answers, so that a key that was taken away is not used once more by whoever asks first.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // After a failure nobody waits for Key Vault for a while; shorter where that means to refuse work.
    private static readonly TimeSpan PauseWithValue = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PauseWithoutValue = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenEarlyRefreshes = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger;
    private readonly Lock _gate = new();
    private SecretVersions<T>? _known;
    private Task? _refresh;
    private Task _patience = Task.CompletedTask;
    private Exception? _failure;
    private bool _isTroubled;
    private DateTimeOffset _freshUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _askAgainAt = DateTimeOffset.MinValue;
    private DateTimeOffset _nextEarlyRefreshAt = DateTimeOffset.MinValue;

    /// <inheritdoc />
    public bool IsTroubled
    {
        get
        {
            lock (_gate)
                return _isTroubled;
        }
    }

    private bool IsFresh => time.GetUtcNow() < _freshUntil;

    /// <summary>The current and the previous version.</summary>
    /// <exception cref="SecretsUnavailableException">It cannot be read and never was, or was taken away.</exception>
    public async ValueTask<SecretVersions<T>> GetAsync(CancellationToken cancellationToken)
    {
        await RefreshIfDue().WaitAsync(cancellationToken);
        lock (_gate)
            return _known ?? throw new SecretsUnavailableException(name, _failure);
    }

    /// <summary>Reads again before the time, at most once a minute. Who comes while it is being read waits for that.</summary>
    public async ValueTask RefreshEarlyAsync(CancellationToken cancellationToken)
    {
        Task refresh;
        lock (_gate)
        {
            if (_refresh is null)
            {
                if (time.GetUtcNow() < _nextEarlyRefreshAt)
                    return;
                _nextEarlyRefreshAt = time.GetUtcNow() + BetweenEarlyRefreshes;
            }
            refresh = _refresh ?? Start();
        }
        await refresh.WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void Recheck()
    {
        if (IsTroubled)
            _ = RefreshIfDue();
    }

    private Task RefreshIfDue()
    {
        lock (_gate)
        {
            if (_refresh is null && time.GetUtcNow() < _askAgainAt)
                return Task.CompletedTask;
            var refresh = _refresh ?? Start();
            if (IsFresh)
                return Task.CompletedTask;
            return _known is null ? refresh : _patience;
        }
    }

    // The refresh belongs to nobody's request: who gives up waiting does not take it from the others.
    private Task Start()
    {
        var refresh = Task.Run(RefreshAsync);
        _refresh = refresh;
        _patience = Task.WhenAny(refresh, Task.Delay(Patience, time));
        return refresh;
    }
}
