namespace PaymentOperations.Judgement;

/// <summary>Whose an entry of 2C2P's list is.</summary>
internal enum Owner
{
    /// <summary>This operation's: by its mark, or by a reference that verified messages gave it.</summary>
    Us,

    /// <summary>Another operation's, and the ledger agrees.</summary>
    Sibling,

    /// <summary>It was there before this operation was first sent.</summary>
    Before,

    /// <summary>Nobody explains it: it may be ours.</summary>
    Unexplained,
}
