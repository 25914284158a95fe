namespace PaymentOperations.Storage;

/// <summary>One try to deliver an event.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Status">The receiver's status code, if it answered.</param>
/// <param name="Error">The kind of error, in a word of ours, if it did not.</param>
internal sealed record DeliveryAttempt(DateTimeOffset At, int? Status, string? Error);
