namespace Sandbox.Demonstration;

/// <summary>What a step plays with; <paramref name="Stop"/> ends the demonstration early.</summary>
internal sealed record Stage(
    SandboxEnvironment Sandbox,
    Shop Shop,
    Gateway Gateway,
    Timeline Timeline,
    TimeProvider Time,
    CancellationToken Stop
);
