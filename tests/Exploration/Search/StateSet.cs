namespace Exploration.Search;

/// <summary>Hashes of states that were met. Open addressing, so that tens of millions fit.</summary>
internal sealed class StateSet
{
    private ulong[] _slots = new ulong[1 << 12];

    public int Count { get; private set; }

    public bool Contains(ulong hash) => _slots[Find(_slots, Named(hash))] != 0;

    public bool Add(ulong hash)
    {
        hash = Named(hash);
        var slot = Find(_slots, hash);
        if (_slots[slot] != 0)
            return false;

        _slots[slot] = hash;
        if (++Count > _slots.Length * 0.6)
            Grow();
        return true;
    }

    // Zero is an empty slot.
    private static ulong Named(ulong hash) => hash == 0 ? 1 : hash;

    private static int Find(ulong[] slots, ulong hash)
    {
        var mask = slots.Length - 1;
        var slot = (int)(hash & (ulong)mask);
        while (slots[slot] != 0 && slots[slot] != hash)
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var larger = new ulong[_slots.Length * 2];
        foreach (var hash in _slots)
            if (hash != 0)
                larger[Find(larger, hash)] = hash;
        _slots = larger;
    }
}
