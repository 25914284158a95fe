using System.Collections.Concurrent;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>One pace for each merchant, however many of its reconciliations this instance works at.</summary>
internal sealed class Pacers(ReconciliationSettings settings, TimeProvider time)
{
    private readonly ConcurrentDictionary<MerchantId, Pacer> _pacers = [];

    public Pacer Of(MerchantId merchantId) => _pacers.GetOrAdd(merchantId, _ => new Pacer(settings.Pace, time));
}
