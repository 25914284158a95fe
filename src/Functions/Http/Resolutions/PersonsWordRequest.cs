using PaymentOperations.Operations;

namespace PaymentGateway.Http.Resolutions;

/// <summary>The body of a resolution or a cancellation, read.</summary>
internal sealed record PersonsWordRequest(
    ResolutionOutcome Outcome,
    string? Reference,
    IReadOnlyList<string> Despite,
    string Actor,
    string Reason,
    string? LookedAt
);
