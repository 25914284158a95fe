using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Calls;

/// <summary>A key's row as calls see it.</summary>
/// <param name="MerchantId">Whose.</param>
/// <param name="KeyHash">Hash of the idempotency key.</param>
/// <param name="Key">The binding.</param>
/// <param name="State">Null for a key that belongs to an operation of the ledger.</param>
/// <param name="Until">Until when the execution may be running.</param>
/// <param name="Answer">The sealed answer.</param>
/// <param name="AnswerKeyVersion">Version of the key that sealed it.</param>
internal sealed record CallKeyRow(
    MerchantId MerchantId,
    string KeyHash,
    BoundKey Key,
    CallState? State,
    DateTimeOffset? Until,
    string? Answer,
    string? AnswerKeyVersion
);
