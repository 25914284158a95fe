namespace TwoC2P.Signing;

/// <summary>Which concatenation of an answer its hash covered.</summary>
public enum HashForm
{
    /// <summary>All fields of the formula, lists included.</summary>
    Full,

    /// <summary>
    /// All fields but <c>subMerchantList</c> and <c>refundList</c>: what most gateways' clients compute. The lists are then not covered and count only in a direct
    /// answer over TLS.
    /// </summary>
    WithoutLists,
}
