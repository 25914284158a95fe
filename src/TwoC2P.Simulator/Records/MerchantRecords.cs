namespace TwoC2P.Simulator.Records;

/// <summary>What the gateway keeps for its merchants, in memory. Entries are immutable; a change replaces the whole entry.</summary>
internal sealed class MerchantRecords<T>
    where T : class
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(string MerchantId, string Id), T> _entries = new(
        Comparer<(string MerchantId, string Id)>.Create(
            (left, right) =>
                string.CompareOrdinal(left.MerchantId, right.MerchantId) is var order and not 0
                    ? order
                    : string.CompareOrdinal(left.Id, right.Id)
        )
    );

    public void Put(string merchantId, string id, T entry)
    {
        lock (_gate)
            _entries[(merchantId, id)] = entry;
    }

    public T? Find(string merchantId, string id)
    {
        lock (_gate)
            return _entries.GetValueOrDefault((merchantId, id));
    }

    /// <summary>Everything, or the entries of one merchant, or those with one id.</summary>
    public IReadOnlyList<T> Read(string? merchantId, string? id = null)
    {
        lock (_gate)
        {
            return
            [
                .. _entries
                    .Where(entry => merchantId is null || entry.Key.MerchantId == merchantId)
                    .Where(entry => id is null || entry.Key.Id == id)
                    .Select(entry => entry.Value),
            ];
        }
    }

    /// <summary>Decides about an entry with nobody else changing it meanwhile: the entry to keep (null: none), and the result.</summary>
    public TResult Change<TResult>(string merchantId, string id, Func<T?, (T? Kept, TResult Result)> decide)
    {
        lock (_gate)
        {
            var (kept, result) = decide(_entries.GetValueOrDefault((merchantId, id)));
            if (kept is null)
                _entries.Remove((merchantId, id));
            else
                _entries[(merchantId, id)] = kept;
            return result;
        }
    }

    /// <summary>Adds an entry only if none of the merchant's entries is in its way.</summary>
    public bool TryAdd(string merchantId, string id, T entry, Func<T, bool> isInTheWay)
    {
        lock (_gate)
        {
            if (_entries.Any(known => known.Key.MerchantId == merchantId && isInTheWay(known.Value)))
                return false;
            _entries.Add((merchantId, id), entry);
            return true;
        }
    }
}
