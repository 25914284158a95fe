namespace TwoC2P.Simulator.Faults;

/// <summary>
/// A kind of fault. <paramref name="ProcessType" /> null: it can meet any call. <paramref name="AddsUp" />: several of it meet one
/// call together, because each says something else.
/// </summary>
internal sealed record FaultKind(string Name, FaultStage Stage, string? ProcessType = null, bool AddsUp = false);
