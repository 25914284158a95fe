namespace PaymentOperations.Storage;

/// <summary>Where an inbox message came from.</summary>
internal enum InboxKind
{
    /// <summary>2C2P's notifyURL callback: a reason to ask.</summary>
    Callback,

    /// <summary>A gateway answer that its worker could no longer write: evidence itself.</summary>
    LateAnswer,
}
