using System.Text.Json.Serialization;
using PaymentOperations.Operations;

namespace PaymentGateway.Queues;

/// <summary>How pointers to operations and to deliveries are written on the queues.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(OperationMessage))]
[JsonSerializable(typeof(DeliveryMessage))]
internal sealed partial class OperationMessageJson : JsonSerializerContext;
