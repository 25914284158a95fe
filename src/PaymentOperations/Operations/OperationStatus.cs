namespace PaymentOperations.Operations;

/// <summary>Where an operation stands.</summary>
public enum OperationStatus
{
    /// <summary>Ours to do; nothing that could move money has been sent, or it is proven that it did not.</summary>
    Accepted,

    /// <summary>A worker holds the one right to send and may be sending.</summary>
    Submitting,

    /// <summary>2C2P has it and will decide later.</summary>
    Pending,

    /// <summary>It may have been sent and the effect is not known yet; 2C2P is being asked.</summary>
    Unknown,

    /// <summary>2C2P did it. Final.</summary>
    Succeeded,

    /// <summary>2C2P did not do it and will not. Final.</summary>
    Failed,
}
