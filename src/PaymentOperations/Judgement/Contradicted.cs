using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>A sibling of which 2C2P's list says something else than the ledger.</summary>
/// <param name="Sibling">The operation.</param>
/// <param name="Entry">What 2C2P lists.</param>
internal sealed record Contradicted(OperationRow Sibling, DecisiveAnswer Entry);
