namespace PaymentOperations.Storage;

/// <summary>What came of a person's word.</summary>
/// <param name="IsFollowed">Whether it was followed.</param>
/// <param name="Note">Why not, or what was done.</param>
/// <param name="Contradictions">What contradicts it.</param>
internal sealed record WordResult(bool IsFollowed, string Note, IReadOnlyList<WordContradiction> Contradictions);
