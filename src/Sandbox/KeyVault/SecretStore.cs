using System.Security.Cryptography;

namespace Sandbox.KeyVault;

/// <summary>All versions of all secrets, in memory. Names are case-insensitive, as in Key Vault.</summary>
internal sealed class SecretStore(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<SecretVersion>> _secrets = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="name">The secret.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="id">The version's id, 32 hex digits; null makes one.</param>
    public SecretVersion Add(string name, string value, string? id = null)
    {
        lock (_gate)
        {
            if (!_secrets.TryGetValue(name, out var versions))
                _secrets[name] = versions = [];
            id ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var version = new SecretVersion(name, id, value, NextCreationTime(versions), Enabled: true);
            versions.Add(version);
            return version;
        }
    }

    public void Disable(string name, string versionId)
    {
        lock (_gate)
        {
            var versions = _secrets[name];
            var index = versions.FindIndex(version => version.Id == versionId);
            versions[index] = versions[index] with { Enabled = false };
        }
    }

    public void Delete(string name)
    {
        lock (_gate)
            _secrets.Remove(name);
    }

    public SecretVersion? Newest(string name)
    {
        lock (_gate)
            return _secrets.TryGetValue(name, out var versions) ? versions[^1] : null;
    }

    public SecretVersion? Find(string name, string versionId)
    {
        lock (_gate)
        {
            return _secrets.TryGetValue(name, out var versions)
                ? versions.Find(version => string.Equals(version.Id, versionId, StringComparison.OrdinalIgnoreCase))
                : null;
        }
    }

    /// <summary>In the order of their random ids: Key Vault promises no order by age, so no caller may rely on one.</summary>
    public IReadOnlyList<SecretVersion> Versions(string name)
    {
        lock (_gate)
        {
            return _secrets.TryGetValue(name, out var versions)
                ? [.. versions.OrderBy(version => version.Id, StringComparer.Ordinal)]
                : [];
        }
    }

    /// <summary>Every version of every secret.</summary>
    public IReadOnlyList<SecretVersion> All()
    {
        lock (_gate)
            return [.. _secrets.Values.SelectMany(versions => versions)];
    }

    // The API gives whole seconds; versions of one secret never share one, so that their order can be told.
    private DateTimeOffset NextCreationTime(List<SecretVersion> versions)
    {
        var now = time.GetUtcNow();
        return versions is [.., var last] && now < last.Created.AddSeconds(1) ? last.Created.AddSeconds(1) : now;
    }
}
