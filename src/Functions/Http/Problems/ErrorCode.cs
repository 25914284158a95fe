namespace PaymentGateway.Http.Problems;

/// <summary>One kind of error that callers may meet. Its entry in docs/errors.md says what to do about it.</summary>
/// <param name="Code">Stable name, never re-used for something else.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">Short text, the same for every occurrence.</param>
/// <param name="Retryable">Whether the very same request (with the same Idempotency-Key) may be repeated and can then succeed.</param>
internal sealed record ErrorCode(string Code, int Status, string Title, bool Retryable);
