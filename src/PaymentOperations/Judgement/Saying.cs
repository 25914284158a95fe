namespace PaymentOperations.Judgement;

/// <summary>What one verified message says about one use of the right to send.</summary>
internal enum Saying
{
    /// <summary>Nothing that can be relied on, such as <c>99</c>.</summary>
    Nothing,

    /// <summary>The money moved.</summary>
    Done,

    /// <summary>2C2P took the request and decides later.</summary>
    Taken,

    /// <summary>2C2P refused the request; no money moved.</summary>
    Refused,

    /// <summary>2C2P took the request and then did not do it.</summary>
    Failed,

    /// <summary>Two things at once, such as a refusal with a reference: it may have moved, and nothing is decided by it.</summary>
    Contradiction,
}
