namespace PaymentOperations.Storage;

/// <summary>What a merchant's gateway was seen to take. What it was seen to return proves nothing of any one entry, and is not kept.</summary>
/// <param name="RefusesUserDefined">It answered 13 to a request with userDefined fields and not to the same without.</param>
internal sealed record LearnedFacts(bool RefusesUserDefined);
