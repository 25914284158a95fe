using System.Text.Json.Serialization;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>What a person says of an operation, as the inbox keeps it.</summary>
internal sealed record PersonsWord
{
    /// <summary>Hash of the idempotency key: names the word.</summary>
    [JsonIgnore]
    public string KeyHash { get; init; } = "";

    public required ResolutionOutcome Outcome { get; init; }
    public string? Reference { get; init; }
    public IReadOnlyList<string> Despite { get; init; } = [];
    public required string Actor { get; init; }
    public required string Reason { get; init; }
    public string? LookedAt { get; init; }
    public required string ApiKeyId { get; init; }

    /// <summary>When it arrived.</summary>
    [JsonIgnore]
    public DateTimeOffset At { get; init; }

    /// <summary>What came of it; null until it is weighed.</summary>
    [JsonIgnore]
    public WordResult? Result { get; init; }

    /// <summary>Whether both say the same, whoever's key carried it.</summary>
    public bool SaysTheSameAs(PersonsWord other) =>
        Outcome == other.Outcome
        && Reference == other.Reference
        && Actor == other.Actor
        && Reason == other.Reason
        && LookedAt == other.LookedAt
        && Despite.Order(StringComparer.Ordinal).SequenceEqual(other.Despite.Order(StringComparer.Ordinal));
}
