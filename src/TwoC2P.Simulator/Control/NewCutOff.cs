namespace TwoC2P.Simulator.Control;

/// <summary>The end of the acquirer's day: HH:mm or HH:mm:ss in the gateway's zone, or "none".</summary>
internal sealed record NewCutOff(string? At);
