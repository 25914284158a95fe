using System.Text.Json.Serialization;

namespace PaymentOperations.Reconciliation;

/// <summary>How a reconciliation is kept: lines in the report's blob, counts in the run's row, pointers on the queue. Finding, kind and status are words, so that their order in the code means nothing.</summary>
[JsonSourceGenerationOptions(
    System.Text.Json.JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(StoredLine))]
[JsonSerializable(typeof(IReadOnlyList<StoredCount>))]
[JsonSerializable(typeof(ReconciliationMessage))]
internal sealed partial class ReconciliationJson : JsonSerializerContext;
