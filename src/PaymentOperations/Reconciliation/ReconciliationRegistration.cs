using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentOperations.Storage;

namespace PaymentOperations.Reconciliation;

/// <summary>Registers the daily reconciliation.</summary>
internal static class ReconciliationRegistration
{
    public static void AddReconciliation(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<ReconciliationSettings>()
            .Bind(configuration.GetSection("Reconciliation"), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReconciliationSettings>, ReconciliationValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ReconciliationSettings>>().Value);

        services.AddSingleton(_ => StorageClients.Blobs(configuration));
        services.AddSingleton<ReconciliationRows>();
        services.AddSingleton<ReportBlobs>();
        services.AddSingleton<ReconciliationQueue>();
        services.AddSingleton<OperationNotices>();
        services.AddSingleton<DifferenceEvents>();
        services.AddSingleton<ReconciliationMetrics>();
        services.AddSingleton<ScopeReader>();
        services.AddSingleton<InvoiceReader>();
        services.AddSingleton<LostFromLedger>();
        services.AddSingleton<Pacers>();
        services.AddSingleton<SliceReader>();
        services.AddSingleton<ReconciliationWake>();
        services.AddSingleton<ReconciliationStart>();
        services.AddSingleton<IReconciliations>(provider => provider.GetRequiredService<ReconciliationStart>());
        services.AddSingleton<IReconciler, Reconciler>();
    }
}
