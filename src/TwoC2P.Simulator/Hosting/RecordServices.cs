using TwoC2P.Simulator.CardTokens;
using TwoC2P.Simulator.InstallmentOptions;
using TwoC2P.Simulator.QuickPay;
using TwoC2P.Simulator.Records;
using TwoC2P.Simulator.RecurringPlans;
using TwoC2P.Simulator.RootElements;

namespace TwoC2P.Simulator.Hosting;

internal static class RecordServices
{
    /// <summary>The APIs beside payments: stored cards, recurring plans, instalment options, QuickPay.</summary>
    public static void AddRecordApis(this IServiceCollection services)
    {
        services.AddSingleton<MerchantRecords<Card>>();
        services.AddSingleton<CardNumbers>();
        services.AddSingleton<IRootElement, MaintenanceRoot>();

        services.AddSingleton<MerchantRecords<Plan>>();
        services.AddSingleton<IRootElement, RecurringRoot>();

        services.AddSingleton<MerchantRecords<BankList>>();
        services.AddSingleton<IRootElement, IppOptionRoot>();

        services.AddSingleton<MerchantRecords<Link>>();
        services.AddSingleton<LinkNumbers>();
        services.AddSingleton<QuickPayApi>();
        services.AddSingleton<QuickPayEndpoint>();

        services.AddHostedService<RecordSeeding>();
    }
}
