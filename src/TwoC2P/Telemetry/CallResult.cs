namespace TwoC2P.Telemetry;

/// <summary>How a call ended, as metrics and traces say it.</summary>
internal enum CallResult
{
    Answered,
    Refused,
    NeverSent,
    Unknown,

    /// <summary>The caller's doing, which says nothing of 2C2P: its request breaks the field table, or it did not wait for the end.</summary>
    Abandoned,
}
