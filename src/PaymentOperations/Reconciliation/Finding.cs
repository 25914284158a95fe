namespace PaymentOperations.Reconciliation;

/// <summary>What became of holding one operation, or one refund that 2C2P lists, against the other side.</summary>
public enum Finding
{
    /// <summary>Both say the same.</summary>
    Agree,

    /// <summary>2C2P shows money that moved and that no operation of ours accounts for.</summary>
    MissingHere,

    /// <summary>Ours succeeded, and 2C2P does not show it.</summary>
    MissingThere,

    /// <summary>Both show it, with different amounts.</summary>
    AmountDiffers,

    /// <summary>It is not decided yet, here or there, or it changed while it was read.</summary>
    InFlight,

    /// <summary>2C2P was asked and gave no answer that counts, or one side cannot be read. Says nothing about agreement.</summary>
    Unreadable,

    /// <summary>2C2P could not be asked. Says nothing about agreement.</summary>
    Unasked,
}
