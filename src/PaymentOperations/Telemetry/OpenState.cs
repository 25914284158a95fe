namespace PaymentOperations.Telemetry;

/// <summary>What a sweep saw of everything that is open.</summary>
/// <param name="ReadAt">When.</param>
/// <param name="OldestSince">Since when the oldest operation that is ours to bring to an end exists; null when there is none.</param>
/// <param name="NeedsReview">How many open operations wait for a person.</param>
/// <param name="Poison">How many messages each poison queue holds.</param>
internal sealed record OpenState(
    DateTimeOffset ReadAt,
    DateTimeOffset? OldestSince,
    int NeedsReview,
    IReadOnlyDictionary<string, int> Poison
);
