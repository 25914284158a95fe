namespace TwoC2P.Simulator.Faults;

/// <summary>A kind of fault. <paramref name="ProcessType" /> null: it can meet any call.</summary>
internal sealed record FaultKind(string Name, FaultStage Stage, string? ProcessType = null);
