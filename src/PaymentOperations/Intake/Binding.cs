using PaymentOperations.Storage;

namespace PaymentOperations.Intake;

/// <summary>What a request's idempotency key is bound to.</summary>
/// <param name="Key">The binding.</param>
/// <param name="Matches">Whether it was bound by the same request.</param>
internal sealed record Binding(BoundKey Key, bool Matches);
