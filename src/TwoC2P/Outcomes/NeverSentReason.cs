namespace TwoC2P.Outcomes;

/// <summary>Why a request never left.</summary>
public enum NeverSentReason
{
    /// <summary>The request breaks 2C2P's field table; it must be changed.</summary>
    InvalidRequest,

    /// <summary>No connection: name not resolved, connection refused, TLS failed.</summary>
    NotConnected,

    /// <summary>The deadline or a cancellation came first.</summary>
    Cancelled,
}
