using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentGateway.Http.Cards;
using PaymentGateway.Http.Events;
using PaymentGateway.Http.Health;
using PaymentGateway.Http.InstallmentOptions;
using PaymentGateway.Http.Notifications;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.Payments;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Quarantine;
using PaymentGateway.Http.QuickPay;
using PaymentGateway.Http.Reconciliations;
using PaymentGateway.Http.RecurringPlans;
using PaymentGateway.Http.Refunds;

namespace PaymentGateway.Http.Json;

/// <summary>How the bodies of answers are written: camelCase, null members included unless a member says otherwise.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(OperationBody))]
[JsonSerializable(typeof(RehearsalBody))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>), TypeInfoPropertyName = "Pairs")]
[JsonSerializable(typeof(ListBody<OperationBody>), TypeInfoPropertyName = "OperationList")]
[JsonSerializable(typeof(ListBody<GatewayRefundBody>), TypeInfoPropertyName = "GatewayRefundList")]
[JsonSerializable(typeof(EventBody))]
[JsonSerializable(typeof(EventListBody))]
[JsonSerializable(typeof(RedeliveryBody))]
[JsonSerializable(typeof(ListBody<QuarantinedBody>), TypeInfoPropertyName = "QuarantineList")]
[JsonSerializable(typeof(ReconciliationBody))]
[JsonSerializable(typeof(LineBody))]
[JsonSerializable(typeof(PaymentBody))]
[JsonSerializable(typeof(ReceivedBody))]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(InstallmentOptionsBody))]
[JsonSerializable(typeof(CardBody))]
[JsonSerializable(typeof(RecurringPlanBody))]
[JsonSerializable(typeof(NewLinkBody))]
[JsonSerializable(typeof(SentLinkBody))]
[JsonSerializable(typeof(LinkBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>With characters as they are where JSON allows it (<c>'</c>, <c>&amp;</c>, letters of every script), so that people can read answers. They are JSON and nothing else: no browser is let guess.</summary>
    public static ApiJson Plain { get; } =
        new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
