using System.Text.Json.Serialization;
using PaymentOperations.Operations;
using PaymentOperations.Reconciliation;

namespace PaymentGateway.Queues;

/// <summary>How pointers to operations, to deliveries and to slices of reconciliations are written on the queues.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(OperationMessage))]
[JsonSerializable(typeof(DeliveryMessage))]
[JsonSerializable(typeof(ReconciliationMessage))]
internal sealed partial class OperationMessageJson : JsonSerializerContext;
