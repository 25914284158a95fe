using System.Collections.Concurrent;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Jose;

/// <summary>What merchants uploaded in the portal: any number of keys each, of which one is set as default.</summary>
internal sealed class MerchantKeys
{
    private readonly ConcurrentDictionary<string, Uploaded> _merchants = new(StringComparer.Ordinal);

    public static MerchantKeys From(SimulatorOptions options)
    {
        var keys = new MerchantKeys();
        foreach (var (id, path) in options.MerchantJoseCertificates)
        {
            var key =
                PublicKey.TryRead("first", File.ReadAllText(path))
                ?? throw new InvalidOperationException($"--merchant-jose-cert {id} is no certificate or public key in PEM form.");
            keys.Upload(id, key, asDefault: true);
        }

        return keys;
    }

    public IReadOnlyList<PublicKey> Of(string merchantId) => _merchants.GetValueOrDefault(merchantId)?.Keys ?? [];

    /// <summary>The key that requests have to be signed with.</summary>
    public PublicKey? DefaultOf(string merchantId) =>
        _merchants.GetValueOrDefault(merchantId) is { } uploaded ? uploaded.Find(uploaded.Default) : null;

    /// <summary>The key that answers are sealed for: the default one, unless the gateway was told otherwise.</summary>
    public PublicKey? ReaderOf(string merchantId) =>
        _merchants.GetValueOrDefault(merchantId) is { } uploaded ? uploaded.Find(uploaded.Reader ?? uploaded.Default) : null;

    public void Upload(string merchantId, PublicKey key, bool asDefault) =>
        _merchants.AddOrUpdate(
            merchantId,
            _ => new Uploaded([key], asDefault ? key.Name : null, null),
            (_, known) =>
                known with
                {
                    Keys = [.. known.Keys.Where(each => each.Name != key.Name), key],
                    Default = asDefault ? key.Name : known.Default,
                }
        );

    /// <returns>False when there is no such key.</returns>
    public bool SetDefault(string merchantId, string name) => Change(merchantId, name, known => known with { Default = name });

    /// <returns>False when there is no such key.</returns>
    public bool SealFor(string merchantId, string name) => Change(merchantId, name, known => known with { Reader = name });

    private bool Change(string merchantId, string name, Func<Uploaded, Uploaded> change)
    {
        if (_merchants.GetValueOrDefault(merchantId) is not { } known || known.Find(name) is null)
            return false;
        _merchants[merchantId] = change(known);
        return true;
    }

    private sealed record Uploaded(IReadOnlyList<PublicKey> Keys, string? Default, string? Reader)
    {
        public PublicKey? Find(string? name) => Keys.FirstOrDefault(key => key.Name == name);
    }
}
