namespace TwoC2P.Outcomes;

/// <summary>Why the effect of a request that may have been sent is not known.</summary>
public enum UnknownReason
{
    /// <summary>No complete answer within the deadline, or the caller cancelled.</summary>
    TimedOut,

    /// <summary>The connection broke after the request began to leave.</summary>
    ConnectionLost,

    /// <summary>An HTTP status other than 200.</summary>
    HttpStatus,

    /// <summary>The answer is no readable envelope or message.</summary>
    Unreadable,

    /// <summary>The answer has no hash or a wrong one.</summary>
    Unverified,

    /// <summary>The answer verifies but is for another process type, invoice or amount, or a success lacks its mandatory amount.</summary>
    Mismatched,
}
