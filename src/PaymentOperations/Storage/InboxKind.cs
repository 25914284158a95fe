namespace PaymentOperations.Storage;

/// <summary>Where an inbox message came from.</summary>
internal enum InboxKind
{
    /// <summary>2C2P's notifyURL callback: a reason to ask.</summary>
    Callback,

    /// <summary>A gateway answer that its worker could no longer write: evidence itself.</summary>
    LateAnswer,

    /// <summary>An entry of 2C2P's list of refunds that the judge of a sibling saw and that contradicts this operation's end.</summary>
    Listing,
}
