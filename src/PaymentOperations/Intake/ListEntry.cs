namespace PaymentOperations.Intake;

/// <summary>A step through an index.</summary>
/// <param name="Position">How far it leads: a list that goes on from here passes nothing over.</param>
/// <param name="Candidate">The operation that stands there; null where only that much was passed.</param>
internal sealed record ListEntry(string Position, Candidate? Candidate);
