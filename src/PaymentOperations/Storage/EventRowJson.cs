using System.Text.Json.Serialization;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>JSON of the columns of events and deliveries.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ToldOperation))]
[JsonSerializable(typeof(DeliveryMessage))]
[JsonSerializable(typeof(IReadOnlyList<DeliveryAttempt>))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class EventRowJson : JsonSerializerContext;
