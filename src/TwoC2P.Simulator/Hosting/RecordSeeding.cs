using TwoC2P.Simulator.CardTokens;
using TwoC2P.Simulator.InstallmentOptions;
using TwoC2P.Simulator.QuickPay;
using TwoC2P.Simulator.Records;
using TwoC2P.Simulator.RecurringPlans;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Hosting;

/// <summary>Fills in known cards, plans, banks and links at start, unless <c>--seed none</c>.</summary>
internal sealed class RecordSeeding(
    SimulatorOptions options,
    MerchantRecords<Card> cards,
    MerchantRecords<Plan> plans,
    MerchantRecords<BankList> banks,
    MerchantRecords<Link> links,
    GatewayClock clock
) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.Equals(options.Seed, "none", StringComparison.OrdinalIgnoreCase))
            Fill(clock.LocalNow.Date);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Fill(DateTime today)
    {
        foreach (var card in CardSeeds.All)
            cards.Put(card.MerchantId, card.StoreCardUniqueId, card);
        foreach (var plan in PlanSeeds.All(today))
            plans.Put(plan.MerchantId, plan.RecurringUniqueId, plan);
        foreach (var list in BankSeeds.All(today))
            banks.Put(list.MerchantId, IppOptionRoot.OnlyList, list);
        foreach (var link in LinkSeeds.All(today))
            links.Put(link.MerchantId, link.QpId, link);
    }
}
