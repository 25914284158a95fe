using System.Text.Json.Serialization;
using PaymentOperations.Operations;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Storage;

/// <summary>JSON of the ledger's list columns and of queue messages.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(IReadOnlyList<Attempt>))]
[JsonSerializable(typeof(IReadOnlyList<Sighting>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<StoredShare>))]
[JsonSerializable(typeof(GatewayResult))]
[JsonSerializable(typeof(BankAccount))]
[JsonSerializable(typeof(OperationMessage))]
[JsonSerializable(typeof(DeliveryMessage))]
[JsonSerializable(typeof(DecisiveAnswer))]
[JsonSerializable(typeof(PersonsWord))]
[JsonSerializable(typeof(WordResult))]
internal sealed partial class OperationRowJson : JsonSerializerContext;
