using System.Collections.Concurrent;
using PaymentOperations.Operations;
using TwoC2P;

namespace Functions.Tests.Support;

/// <summary>A quarantine as the test says.</summary>
internal sealed class FakeQuarantine : IQuarantineReader
{
    public QuarantinePage Page { get; set; } = new([], null);

    public ConcurrentQueue<(string Merchant, string? Cursor)> Lists { get; } = [];

    public Task<QuarantinePage> ListAsync(MerchantId merchantId, string? cursor, CancellationToken cancellationToken)
    {
        Lists.Enqueue((merchantId.Text, cursor));
        return Task.FromResult(Page);
    }
}
