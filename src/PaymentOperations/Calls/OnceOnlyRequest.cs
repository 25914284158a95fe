using PaymentOperations.Caps;
using TwoC2P;

namespace PaymentOperations.Calls;

/// <summary>A caller's request that changes something at 2C2P outside the ledger: adding a card, making or sending a link.</summary>
/// <param name="MerchantId">Whose.</param>
/// <param name="IdempotencyKey">The caller's key; one name space per merchant with all other requests.</param>
/// <param name="Fingerprint">What makes two requests the same: method, route and canonical body. Held in memory only; storage keeps a keyed hash, which cannot be guessed from.</param>
public sealed record OnceOnlyRequest(MerchantId MerchantId, string IdempotencyKey, string Fingerprint)
{
    /// <summary>What it uses up of a daily cap; null where there is none.</summary>
    public CapUse? Uses { get; init; }
}
