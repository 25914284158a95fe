using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PaymentOperations.Calls;
using PaymentOperations.Caps;
using PaymentOperations.Events;
using PaymentOperations.Health;
using PaymentOperations.InstallmentOptions;
using PaymentOperations.Intake;
using PaymentOperations.Notifications;
using PaymentOperations.Operations;
using PaymentOperations.Payments;
using PaymentOperations.Poison;
using PaymentOperations.Reconciliation;
using PaymentOperations.Storage;
using PaymentOperations.Sweeping;
using PaymentOperations.Telemetry;
using PaymentOperations.Workflow;

namespace PaymentOperations;

/// <summary>Registers the ledger and the workflow.</summary>
public static class PaymentOperationsRegistration
{
    /// <summary>
    /// Adds everything that accepts, runs, reads and sweeps operations. Settings: <c>AzureWebJobsStorage…</c>, <c>Public__BaseUrl</c>, <c>OperationTimes__…</c>; the host does not start when one of them
    /// is wrong. Needs <c>AddTwoC2P</c> and <c>AddMerchants</c>.
    /// </summary>
    public static IServiceCollection AddPaymentOperations(this IServiceCollection services, IConfiguration configuration)
    {
        AddSettings(services, configuration);
        AddStorage(services, configuration);
        services.TryAddSingleton(TimeProvider.System);

        services.AddMetrics();
        services.AddSingleton<OperationMetrics>();
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<OpenStateGauges>();
        services.AddSingleton<OpenStateReader>();

        services.AddEvents(configuration);
        services.AddSingleton<GatewayReader>();
        services.AddSingleton<Claims>();
        services.AddSingleton<TransitionWriter>();
        services.AddSingleton<FollowUp>();
        services.AddSingleton<RunWriter>();
        services.AddSingleton<AnswerKeeper>();
        services.AddSingleton<GatewaySender>();
        services.AddSingleton<GatewayCircuits>();
        services.AddSingleton<GatewayLook>();
        services.AddSingleton<LineRule>();
        services.AddSingleton<HintCheck>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<PersonsHearing>();
        services.AddSingleton<SiblingNews>();
        services.AddSingleton<Hearing>();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<IOperationRunner>(provider => provider.GetRequiredService<OperationRunner>());

        services.AddSingleton<DailyCaps>();
        services.AddSingleton<RefundCap>();
        services.AddSingleton<KeyBinding>();
        services.AddSingleton<PaymentCheck>();
        services.AddSingleton<NewOperation>();
        services.AddSingleton<LedgerInsert>();
        services.AddSingleton<VoidAtOnce>();
        services.AddSingleton<OperationChanges>();
        services.AddSingleton<OperationReader>();
        services.AddSingleton<IOperationReader>(provider => provider.GetRequiredService<OperationReader>());
        services.AddSingleton<IOperationIntake, OperationIntake>();
        services.AddSingleton<IResolutionIntake, ResolutionIntake>();

        services.AddSingleton<CallKeys>();
        services.AddSingleton<IOnceOnlyCalls, OnceOnlyCalls>();
        services.AddSingleton<MerchantGateway>();
        services.AddSingleton<IInstallmentOptionReader, InstallmentOptionCache>();
        services.AddSingleton<IPaymentInquiry, PaymentInquiry>();
        services.AddSingleton<INotificationIntake, NotificationIntake>();
        services.AddSingleton<CallbackOwner>();
        services.AddSingleton<OtherMerchants>();
        services.AddSingleton<LostOperations>();
        services.AddSingleton<SweepPace>();
        services.AddSingleton<ISweep, Sweep>();
        services.AddSingleton<PoisonMetrics>();
        services.AddSingleton<FailedRuns>();
        services.AddSingleton<IPoisonCollector, PoisonCollector>();
        services.AddReconciliation(configuration);
        services.AddSingleton<IReadiness, Readiness>();
        return services;
    }

    private static void AddSettings(IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<OperationTimes>()
            .Bind(configuration.GetSection("OperationTimes"), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<OperationTimes>>(
            new Rule<OperationTimes>(times => string.Join(' ', times.Problems()))
        );
        services
            .AddOptions<PublicAddress>()
            .Configure(address => address.BaseUrl = configuration["Public:BaseUrl"] ?? "")
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublicAddress>>(
            new Rule<PublicAddress>(address => address.Problem() ?? StorageClients.Problem(configuration))
        );
        services
            .AddOptions<InstallmentOptionTimes>()
            .Bind(configuration.GetSection("InstallmentOptions"), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<InstallmentOptionTimes>>(
            new Rule<InstallmentOptionTimes>(times => times.Problem())
        );
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<InstallmentOptionTimes>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<OperationTimes>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<PublicAddress>>().Value);
    }

    private static void AddStorage(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => StorageClients.Tables(configuration));
        services.AddSingleton(_ => StorageClients.Queues(configuration));
        services.AddSingleton<LedgerTables>();
        services.AddSingleton<InvoiceLedger>();
        services.AddSingleton<LedgerCommit>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<EventAnnouncer>();
        services.AddSingleton<MerchantIndex>();
        services.AddSingleton<EventIndex>();
        services.AddSingleton<EventLedger>();
        services.AddSingleton<DeliveryHints>();
        services.AddSingleton<RedeliveryRows>();
        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton<OpenOperations>();
        services.AddSingleton<LookupIndex>();
        services.AddSingleton<LookupWriter>();
        services.AddSingleton<IdempotencyKeys>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Quarantine>();
        services.AddSingleton<IQuarantineReader>(provider => provider.GetRequiredService<Quarantine>());
        services.AddSingleton(_ => new PoisonQueues(StorageClients.Queues(configuration, QueueMessageEncoding.None)));
        services.AddSingleton<PersonsWords>();
        services.AddSingleton<CapRows>();
        services.AddSingleton<GatewayMemory>();
        services.AddSingleton<OperationQueue>();
        services.AddSingleton<LedgerSeal>();
    }

    private sealed class Rule<T>(Func<T, string?> problem) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            problem(options) is { Length: > 0 } text ? ValidateOptionsResult.Fail(text) : ValidateOptionsResult.Success;
    }
}
