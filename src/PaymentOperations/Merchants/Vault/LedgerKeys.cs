using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PaymentOperations.Merchants.Vault;

/// <summary>The ledger data key: the current version seals, and every version that a row names can be read, however old.</summary>
internal sealed class LedgerKeys(ISecretSource source, TimeProvider time, ILogger logger)
{
    private const string Name = "ledger-data-key";
    private const int KeyLength = 32;
    private const int VersionLength = 32;

    private readonly CachedSecret<LedgerDataKey> _newest = new(Name, Parse, source, time, logger);

    // A version never changes, so it needs no second reading.
    private readonly ConcurrentDictionary<string, LedgerDataKey> _older = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CachedSecret<LedgerDataKey>> _readings = new(StringComparer.Ordinal);

    /// <summary>The current version, as the readiness probe sees it.</summary>
    public IWatchedSecret Watched => _newest;

    public async ValueTask<LedgerDataKey> CurrentAsync(CancellationToken cancellationToken) =>
        (await _newest.GetAsync(cancellationToken)).Current.Value;

    public async ValueTask<LedgerDataKey> VersionAsync(string version, CancellationToken cancellationToken)
    {
        if (_older.TryGetValue(version, out var older))
            return older;
        if ((await _newest.GetAsync(cancellationToken)).Find(version) is { } newest)
            return newest.Value;
        return _older.GetOrAdd(version, await ReadAsync(version, cancellationToken));
    }

    /// <summary>Whether the current version is known, or can be read now.</summary>
    public async ValueTask<bool> IsKnownAsync(CancellationToken cancellationToken)
    {
        try
        {
            _ = await _newest.GetAsync(cancellationToken);
            return true;
        }
        catch (SecretsUnavailableException)
        {
            // Logged where it was found; the probe's answer is the whole consequence here.
            return false;
        }
    }

    // Many rows may name a version that nobody has read yet: one reading serves them all, and after a failure there is a pause.
    private async Task<LedgerDataKey> ReadAsync(string version, CancellationToken cancellationToken)
    {
        // The id becomes part of an address: nothing but an id may get there.
        if (version.Length != VersionLength || !version.All(char.IsAsciiHexDigit))
            throw new SecretsUnavailableException(Name, innerException: null);

        var reading = _readings.GetOrAdd(
            version,
            id => new($"{Name}/{id}", Parse, new OneVersionSource(source, Name, id), time, logger)
        );
        return (await reading.GetAsync(cancellationToken)).Current.Value;
    }

    private static LedgerDataKey? Parse(VaultSecret secret)
    {
        var key = new byte[KeyLength];
        return Convert.TryFromBase64String(secret.Value.Trim(), key, out var length) && length == KeyLength
            ? new LedgerDataKey(secret.Version, key)
            : null;
    }
}
