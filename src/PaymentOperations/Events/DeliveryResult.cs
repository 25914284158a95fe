namespace PaymentOperations.Events;

/// <summary>What came of one attempt to deliver an event.</summary>
internal enum DeliveryResult
{
    /// <summary>A 2xx: it was taken.</summary>
    Delivered,

    /// <summary>410: the receiver wants no more of it.</summary>
    Gone,

    /// <summary>Any other status, redirects among them.</summary>
    Refused,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>No connection, or none that held.</summary>
    Unreachable,

    /// <summary>The address is one where no live merchant's receiver can be.</summary>
    ForbiddenAddress,

    /// <summary>Nothing was sent: the receiver let the last attempts wait in vain.</summary>
    NotTried,
}
