namespace PaymentOperations.Storage;

/// <summary>What a merchant's gateway was seen to take and to return.</summary>
/// <param name="RefusesUserDefined">It answered 13 to a request with userDefined fields and not to the same without.</param>
/// <param name="Echoes">It returned a userDefined field of ours in a list of refunds.</param>
internal sealed record LearnedFacts(bool RefusesUserDefined, bool Echoes);
