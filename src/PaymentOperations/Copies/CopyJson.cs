using System.Text.Json.Serialization;

namespace PaymentOperations.Copies;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(LedgerCopy))]
internal sealed partial class CopyJson : JsonSerializerContext;
