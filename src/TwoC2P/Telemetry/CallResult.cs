namespace TwoC2P.Telemetry;

/// <summary>How a call ended, as metrics and traces say it.</summary>
internal enum CallResult
{
    Answered,
    Refused,
    NeverSent,
    Unknown,
}
