using System.Collections.Concurrent;
using PaymentOperations.Calls;
using PaymentOperations.Merchants;
using TwoC2P;
using TwoC2P.InstallmentOptions;
using TwoC2P.Outcomes;

namespace PaymentOperations.InstallmentOptions;

/// <summary>Each merchant's instalment options, kept for a short time: they change seldom and are shown to every customer.</summary>
internal sealed class InstallmentOptionCache(
    IInstallmentOptionClient client,
    MerchantGateway gateway,
    InstallmentOptionTimes times,
    TimeProvider time
) : IInstallmentOptionReader
{
    private readonly ConcurrentDictionary<MerchantId, Kept> kept = new();

    /// <inheritdoc />
    public async Task<GatewayOutcome<InstallmentOptionsResponse>> GetAsync(Merchant merchant, CancellationToken cancellationToken)
    {
        if (kept.TryGetValue(merchant.Id, out var earlier) && time.GetUtcNow() < earlier.Until)
            return earlier.Outcome;

        var outcome = await gateway.ReadAsync(
            merchant,
            (keys, deadline) => client.GetAsync(keys, deadline, cancellationToken),
            cancellationToken
        );
        if (outcome is GatewayOutcome<InstallmentOptionsResponse>.Answered answered)
            kept[merchant.Id] = new Kept(answered, time.GetUtcNow() + times.CacheFor);

        return outcome;
    }

    private sealed record Kept(GatewayOutcome<InstallmentOptionsResponse>.Answered Outcome, DateTimeOffset Until);
}
