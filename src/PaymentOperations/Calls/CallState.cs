namespace PaymentOperations.Calls;

/// <summary>Where the one execution of a call stands.</summary>
internal enum CallState
{
    /// <summary>It may be running; after its time it is unknown.</summary>
    Executing,

    /// <summary>2C2P did it.</summary>
    Done,

    /// <summary>It may have been done.</summary>
    Unknown,
}
