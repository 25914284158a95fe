using System.Collections.Frozen;
using PaymentGateway.Http.Cards;
using PaymentGateway.Http.Contract;
using PaymentGateway.Http.Events;
using PaymentGateway.Http.Health;
using PaymentGateway.Http.InstallmentOptions;
using PaymentGateway.Http.Notifications;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.Payments;
using PaymentGateway.Http.Quarantine;
using PaymentGateway.Http.QuickPay;
using PaymentGateway.Http.Reconciliations;
using PaymentGateway.Http.RecurringPlans;
using PaymentGateway.Http.Refunds;
using PaymentGateway.Http.Resolutions;
using PaymentGateway.Http.Routing;
using PaymentGateway.Http.Settlements;
using PaymentGateway.Http.Voids;

namespace PaymentGateway.Http.Security;

/// <summary>Who may call which HTTP function. A function that is in neither table is closed to everybody.</summary>
internal static class FunctionAccess
{
    /// <summary>The functions that ask for no API key, each with the reason.</summary>
    public static FrozenDictionary<string, string> Public { get; } =
        new Dictionary<string, string>
        {
            [nameof(ReceiveNotification)] = "2C2P signs its messages with the merchant's secret key",
            [nameof(HealthLive)] = "probes have no key; it says nothing but that the app runs",
            [nameof(HealthReady)] = "probes have no key; it names parts, no addresses",
            [nameof(GetOpenApi)] = "it says how to call, and nothing about merchants",
            [nameof(GetDocs)] = "it shows the same to people",
            [nameof(ZzUnmatched)] = "it answers what does not exist",
        }.ToFrozenDictionary();

    /// <summary>The scope that each other function asks for.</summary>
    public static FrozenDictionary<string, string> Scopes { get; } =
        new Dictionary<string, string>
        {
            [nameof(GetPayment)] = "payments:read",
            [nameof(CreateRefund)] = "refunds:write",
            [nameof(GetRefund)] = "refunds:read",
            [nameof(ListRefunds)] = "refunds:read",
            [nameof(CreateSettlement)] = "settlements:write",
            [nameof(GetSettlement)] = "settlements:read",
            [nameof(ListSettlements)] = "settlements:read",
            [nameof(CreateVoid)] = "voids:write",
            [nameof(GetVoid)] = "voids:read",
            [nameof(ListVoids)] = "voids:read",
            [nameof(GetOperation)] = "operations:read",
            [nameof(ListOperations)] = "operations:read",
            [nameof(ListEvents)] = "events:read",
            [nameof(RedeliverEvents)] = "events:write",
            [nameof(StartReconciliation)] = "reconciliations:write",
            [nameof(GetReconciliation)] = "reconciliations:read",
            [nameof(ResolveOperation)] = "operations:resolve",
            [nameof(CancelOperation)] = "operations:resolve",
            [nameof(ListQuarantine)] = "quarantine:read",
            [nameof(GetInstallmentOptions)] = "installments:read",
            [nameof(CreateCard)] = "cards:write",
            [nameof(GetCard)] = "cards:read",
            [nameof(UpdateCard)] = "cards:write",
            [nameof(DeleteCard)] = "cards:write",
            [nameof(GetRecurringPlan)] = "recurring-plans:read",
            [nameof(UpdateRecurringPlan)] = "recurring-plans:write",
            [nameof(CancelRecurringPlan)] = "recurring-plans:write",
            [nameof(CreateLink)] = "quickpay:write",
            [nameof(GetLink)] = "quickpay:read",
            [nameof(UpdateLink)] = "quickpay:write",
            [nameof(DeleteLink)] = "quickpay:write",
            [nameof(SendLink)] = "quickpay:write",
        }.ToFrozenDictionary();
}
