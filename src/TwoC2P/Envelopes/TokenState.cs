namespace TwoC2P.Envelopes;

/// <summary>How far a token opens. For a person who looks for a cause; the client itself refuses everything but an open one in one way.</summary>
internal enum TokenState
{
    /// <summary>It is no token of 2C2P's kind.</summary>
    NotAToken,

    /// <summary>None of the stored keys of 2C2P has signed it.</summary>
    SignedByAnother,

    /// <summary>2C2P has signed it, and sealed it for none of the stored keys of the merchant.</summary>
    SealedForAnother,

    /// <summary>All is well.</summary>
    Open,
}
