namespace TwoC2P.Signing;

/// <summary>What of an answer is proved, and by what.</summary>
public enum HashForm
{
    /// <summary>All fields of the formula, lists included.</summary>
    Full,

    /// <summary>
    /// All fields but <c>subMerchantList</c> and <c>refundList</c>: what most gateways' clients compute. The lists are then not covered and count only in a direct
    /// answer over TLS.
    /// </summary>
    WithoutLists,

    /// <summary>The new generation: 2C2P's signature (PS256) over the whole message, lists and texts included. There is no hash.</summary>
    Signature,
}
