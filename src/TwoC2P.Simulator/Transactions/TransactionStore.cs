using System.Collections.Concurrent;

namespace TwoC2P.Simulator.Transactions;

/// <summary>The gateway's record, in memory. Everything about one invoice happens one after the other.</summary>
internal sealed class TransactionStore
{
    private readonly ConcurrentDictionary<InvoiceKey, Slot> _slots = new();

    public void Put(Transaction transaction)
    {
        var slot = _slots.GetOrAdd(transaction.Key, _ => new Slot());
        lock (slot.Gate)
            slot.Transaction = transaction;
    }

    /// <summary>Runs <paramref name="action" /> alone on this invoice; it gets null when there is no such transaction.</summary>
    public T Use<T>(InvoiceKey key, Func<Transaction?, T> action)
    {
        if (!_slots.TryGetValue(key, out var slot))
            return action(null);
        lock (slot.Gate)
            return action(slot.Transaction);
    }

    public IReadOnlyList<InvoiceKey> Keys() =>
        [
            .. _slots
                .Keys.OrderBy(key => key.MerchantId, StringComparer.Ordinal)
                .ThenBy(key => key.InvoiceNo, StringComparer.Ordinal),
        ];

    private sealed class Slot
    {
        public Lock Gate { get; } = new();

        public Transaction? Transaction { get; set; }
    }
}
