namespace PaymentOperations.Merchants;

/// <summary>Why other keys than those that were used may be the right ones.</summary>
public enum KeyDoubt
{
    /// <summary>None: keys are not what is wrong, if anything is.</summary>
    None,

    /// <summary>What 2C2P sent could not be opened or proved: it may use a newer key than this instance knows.</summary>
    Unproved,

    /// <summary>2C2P does not know the key that a request of the new generation was signed with.</summary>
    SignerUnknown,

    /// <summary>2C2P refused a request that was signed with one of two keys, with a hash of the other: it does not use the same of them.</summary>
    SignedWithOther,
}
