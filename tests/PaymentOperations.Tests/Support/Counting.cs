using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace PaymentOperations.Tests.Support;

/// <summary>A list that counts what is gone through one after the other; looking one up by its place is not counted.</summary>
internal sealed class CountingList<T>(IReadOnlyList<T> items) : IReadOnlyList<T>
{
    public long Passed { get; private set; }

    public int Count => items.Count;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var item in items)
        {
            Passed++;
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A dictionary that counts what is gone through one after the other; looking one up by its key is not counted.</summary>
internal sealed class CountingMap<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> items) : IReadOnlyDictionary<TKey, TValue>
    where TKey : notnull
{
    public long Passed { get; private set; }

    public int Count => items.Count;

    public IEnumerable<TKey> Keys => this.Select(item => item.Key);

    public IEnumerable<TValue> Values => this.Select(item => item.Value);

    public TValue this[TKey key] => items[key];

    public bool ContainsKey(TKey key) => items.ContainsKey(key);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => items.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
    {
        foreach (var item in items)
        {
            Passed++;
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
