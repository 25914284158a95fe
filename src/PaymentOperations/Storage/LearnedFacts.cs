namespace PaymentOperations.Storage;

/// <summary>What a merchant's gateway was seen to take. What it was seen to return proves nothing of any one entry, and is not kept.</summary>
/// <param name="RefusesUserDefined">It answered 13 to a request with userDefined fields and not to the same without.</param>
/// <param name="RestoredAt">When the ledger was last put back from a copy; operations accepted between the copy and then may be unknown to it.</param>
internal sealed record LearnedFacts(bool RefusesUserDefined, DateTimeOffset? RestoredAt = null);
