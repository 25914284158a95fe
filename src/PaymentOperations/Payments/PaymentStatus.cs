namespace PaymentOperations.Payments;

/// <summary>Our word for a payment's state.</summary>
public enum PaymentStatus
{
    /// <summary>A, AE, AL, AM: the money is reserved.</summary>
    Authorized,

    /// <summary>RS: it will be captured with the next settlement.</summary>
    Settling,

    /// <summary>S, SS: captured.</summary>
    Settled,

    /// <summary>V: cancelled.</summary>
    Voided,

    /// <summary>AP, VP: 2C2P has not decided.</summary>
    Pending,

    /// <summary>PF, AR, FF, IP, ROE, EX: it came to nothing.</summary>
    Failed,

    /// <summary>Anything else.</summary>
    Other,
}
