using PaymentOperations.Merchants;
using TwoC2P;

namespace PaymentOperations.Operations;

/// <summary>A merchant's events, for those who ask.</summary>
public interface IEvents
{
    /// <summary>
    /// The events after one, in an order that never changes: what was read to its end once misses nothing when it goes on from its cursor. Events are listed a while after they happened
    /// (<see cref="EventTimes.ListedAfter"/>).
    /// </summary>
    /// <param name="merchantId">Whose.</param>
    /// <param name="after">The last one that is known; null: from the first.</param>
    /// <param name="limit">At most so many, up to <see cref="EventPage.MaxItems"/>.</param>
    /// <param name="cancellationToken">The caller went away.</param>
    Task<EventPage> ListAsync(MerchantId merchantId, PaymentEventId? after, int limit, CancellationToken cancellationToken);

    /// <summary>Makes events due again.</summary>
    Task<RedeliveryResult> RedeliverAsync(Merchant merchant, RedeliveryRequest request, CancellationToken cancellationToken);
}
