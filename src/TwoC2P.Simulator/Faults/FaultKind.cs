namespace TwoC2P.Simulator.Faults;

/// <summary>A kind of fault. What is null here it can meet whatever the call is.</summary>
internal sealed record FaultKind(string Name, FaultStage Stage, params string[] Parameters)
{
    /// <summary>The only process type that it concerns.</summary>
    public string? ProcessType { get; init; }

    /// <summary>The only API that it concerns.</summary>
    public string? Api { get; init; }

    /// <summary>Several of it meet one call together, because each says something else.</summary>
    public bool AddsUp { get; init; }
}
