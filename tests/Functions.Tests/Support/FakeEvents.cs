using System.Collections.Concurrent;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using TwoC2P;

namespace Functions.Tests.Support;

/// <summary>Events as the test says.</summary>
internal sealed class FakeEvents : IEvents
{
    public EventPage Page { get; set; } = new([], null, HasMore: false);

    public RedeliveryResult Result { get; set; } =
        new RedeliveryResult.Accepted(
            PaymentEventId.Parse("0198f2b7-10aa-7c3e-8d52-90f1be6a7c11"),
            new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero)
        );

    public ConcurrentQueue<(string Merchant, PaymentEventId? After, int Limit)> Lists { get; } = [];

    public ConcurrentQueue<RedeliveryRequest> Redeliveries { get; } = [];

    public Task<EventPage> ListAsync(MerchantId merchantId, PaymentEventId? after, int limit, CancellationToken cancellationToken)
    {
        Lists.Enqueue((merchantId.Text, after, limit));
        return Task.FromResult(Page);
    }

    public Task<RedeliveryResult> RedeliverAsync(
        Merchant merchant,
        RedeliveryRequest request,
        CancellationToken cancellationToken
    )
    {
        Redeliveries.Enqueue(request);
        return Task.FromResult(Result);
    }
}
