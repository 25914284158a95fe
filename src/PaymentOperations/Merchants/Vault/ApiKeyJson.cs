using System.Text.Json.Serialization;

namespace PaymentOperations.Merchants.Vault;

/// <summary>Strict: a misspelled property must not silently widen or narrow what a key may do.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(List<ApiKeyEntry>))]
internal sealed partial class ApiKeyJson : JsonSerializerContext;
